-- Documents that are not simply done: confirmed and not handed over, on hold, voided. A counter sale never enters it.
CREATE INDEX documents_by_state ON documents (state, business_day, id) WHERE state <> 'completed';
