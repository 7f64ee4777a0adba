export default {
  signIn: '登入',
  signOut: '登出',
  name: '姓名',
  password: '密碼',
  changePassword: '變更密碼',
  currentPassword: '目前的密碼',
  newPassword: '新密碼',
  passwordHint: '至少 8 個字',
  passwordChanged: '密碼已變更',
}
