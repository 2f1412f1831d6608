//! The codes in which a pack says how a service comes and what the customer must do.

/// The languages that a service comes in; each key names those that it surely comes in.
pub const LANGUAGES: &[&str] =
    &["english_only", "english_japanese", "english_chinese_japanese", "english_or_yours", "site_language_or_english"];
/// Whether it comes in the language that is wanted.
pub const OFFERED: &[&str] = &["offered", "where_available", "not_offered"];
/// Nobody comes.
pub const REMOTE_ONLY: &str = "remote_only";
/// Where the work is done.
pub const DELIVERIES: &[&str] = &[REMOTE_ONLY, "remote_unless_agreed", "on_site_or_remote"];
/// Whether somebody comes.
pub const VISITS: &[&str] = &["not_offered", "needs_agreement", "possible", "agreed"];
/// Who bears the costs of a visit.
pub const EXPENSES: &[&str] = &["billed", "billed_unless_prepaid", "prepaid"];
/// When it can be had.
pub const HOURS: &[&str] =
    &["local_working_hours", "around_the_clock", "by_severity", "business_hours_on_request", "agreed_business_hours"];
/// Other facts that bring a figure or a date.
pub const MARKS: &[&str] =
    &["ends_with_base", "feature_split", "help_days", "hours_drawn_down", "onboarding_from_start", "quarterly"];

/// What the customer must do.
pub const DUTIES: &[&str] = &[
    "active_azure_with_data_cap",
    "administer_environment",
    "admit_site_visit",
    "agree_service_plan",
    "ask_before_closure",
    "back_up_data",
    "brief_engineer",
    "cloud_admin_files_online",
    "file_in_cloud_portal",
    "grant_remote_access",
    "keep_both_contracts",
    "name_administrator",
    "name_administrator_at_host",
    "name_location_at_signing",
    "onboard_in_time",
    "open_by_phone_or_web",
    "own_staff_travel",
    "report_contact_changes",
    "share_own_code_only",
    "supply_diagnostics",
    "take_part_in_cases",
    "understand_and_reproduce",
];
