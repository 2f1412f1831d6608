//! What to mind of a service, how its text was read, and what the customer must do.

use super::{Request, Sheet, Terms, Working, said};

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

pub const ASSUMPTIONS: &[&str] = &[
    "advice_paragraph_repeated",
    "affiliates_purchases_only",
    "agreed_visit_to_reactive_service",
    "appendix_of_the_work_order",
    "chinese_not_specified",
    "counted_from_service_start",
    "coverage_read",
    "english_read_as_offered",
    "existing_read_as_signed_together",
    "fee_not_computed",
    "last_day_still_counts",
    "mark_read_as_orderable",
    "phone_read_as_base_times",
    "quarterly_read_as_four",
    "sample_code_read_for_all",
    "spend_at_signing_counts",
    "times_of_rapid_response",
    "two_names_one_service",
    "whole_hours",
];

pub const WARNINGS: &[&str] = &[
    "added_any_time",
    "advice_without_design",
    "after_hours_need_addon",
    "availability_varies",
    "below_minimum_enrolment",
    "bought_separately",
    "cancelled_below_minimum",
    "cause_analysis_not_included",
    "counts_toward_credit_cap",
    "delay_if_duties_unmet",
    "emergency_start_at_your_risk",
    "end_not_given",
    "excludes_some_azure_parts",
    "excludes_some_technology",
    "expenses_unquantified",
    "extra_fee",
    "fixed_hours",
    "generally_available_products",
    "github_terms",
    "help_at_extra_fee",
    "host_order_serves_all",
    "internal_use_only",
    "joins_severe_cases",
    "limit_on_work_order",
    "locations_on_work_order",
    "mail_to_users",
    "management_may_be_required",
    "may_cost_extra",
    "minimum_price_not_stated",
    "no_custom_code",
    "no_restricted_staff",
    "not_for_your_customers",
    "on_site_help_not_everywhere",
    "ordered_products_only",
    "other_products_in_services_portal",
    "platform_may_be_required",
    "recording_needs_consent",
    "replaces_base_times",
    "response_times_unchanged",
    "scheduled_as_resources_allow",
    "seat_or_dedicated",
    "severe_cases_escalated",
    "severity_set_by_microsoft",
    "single_location",
    "sold_in_hours",
    "some_technologies_only",
    "stated_on_work_order",
    "subject_to_resources",
    "tenants_listed",
    "third_party_stays_responsible",
    "unapproved_technology_risk",
    "usually_one_day",
    "widespread_incidents_not_first",
    "work_order_may_differ",
];

pub fn write(terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let rules = terms.service_rules.value();
    said::all(rules, request, ASSUMPTIONS, |code, clause| sheet.assumption(code, clause));
    said::all(rules, request, WARNINGS, |code, clause| sheet.warning(code, clause));
    sheet.begin_list("duties");
    let mut index = 0;
    said::all(rules, request, DUTIES, |code, clause| {
        sheet.begin_line(index);
        sheet.computed("duty", code, Working::exact(super::LISTED, clause));
        sheet.end_line();
        index += 1;
    });
    sheet.end_list();
}
