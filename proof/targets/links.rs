//! Requests as a link or a file carries them: any text, which may or may not be JSON.
#![no_main]

use clausewise_proof::promises;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(request) = promises::soon(|| serde_json::from_slice(bytes)) {
        promises::answered(&request);
    }
});
