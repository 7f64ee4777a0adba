export default {
  signIn: '登录',
  signOut: '退出登录',
  name: '名字',
  password: '密码',
  changePassword: '修改密码',
  currentPassword: '现在的密码',
  newPassword: '新密码',
  passwordHint: '至少 8 个字',
  passwordChanged: '密码已修改',
}
