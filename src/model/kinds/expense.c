#include "model/paz-kind-private.h"

static const PazChoice categories[] = {
  { "travel", NC_("expense", "Travel") },
  { "subsistence", NC_("expense", "Lodging and daily allowance") },
  { "venue", NC_("expense", "Venue and protocol") },
  { "interpretation", NC_("expense", "Interpretation and translation") },
  { "training", NC_("expense", "Training") },
  { "equipment", NC_("expense", "Equipment and materials") },
  { "communications", NC_("expense", "Communications") },
  { "publications", NC_("expense", "Publications") },
  { "other", NC_("expense", "Other") },
  { NULL }
};

static const PazChoice statuses[] = {
  { "planned", NC_("expense", "Planned") },
  { "committed", NC_("expense", "Committed") },
  { "spent", NC_("expense", "Spent") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "activity", .label = NC_("expense", "Activity"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Expense"),
    .hint = N_("What it was for, for example a meeting or a course."),
  },
  {
    .key = "participant", .label = NC_("expense", "Participant"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Expense"),
    .target = "participant",
    .hint = N_("Who bears it."),
  },
  {
    .key = "date", .label = NC_("expense", "Date"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Expense"),
  },
  {
    .key = "amount", .label = NC_("expense", "Amount"), .type = PAZ_VALUE_MONEY,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Amount"),
    .hint = N_("The amount in its own currency; the date and source are those of the figure. No rate is built in."),
  },
  {
    .key = "status", .label = NC_("expense", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Amount"), .choices = statuses,
  },
  {
    .key = "category", .label = NC_("expense", "Category"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Expense"),
    .choices = categories,
  },
  {
    .key = "budget_line", .label = NC_("expense", "Budget Line"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Amount"),
  },
  {
    .key = "reference", .label = NC_("expense", "Voucher or File"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Amount"),
  },
  {
    .key = "meeting", .label = NC_("expense", "Meeting"), .type = PAZ_VALUE_LINK, .since = 1,
    .group = NC_("group", "Occasion"), .target = "meeting",
  },
  {
    .key = "task", .label = NC_("expense", "Task"), .type = PAZ_VALUE_LINK, .since = 1,
    .group = NC_("group", "Occasion"), .target = "task",
  },
  PAZ_COMMON_FIELDS
};

const PazKind paz_kind_expense = {
  .key = "expense",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_WORKING_GROUP,
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* Each participant bears its own expenses (P.4): what it spent is its own affair until it says
   * otherwise. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "accessories-calculator-symbolic",
  .title_fields = { "activity", "date" },
  .natural_key = { "participant", "activity", "date" },
  .order = { "-date", "participant" },
  .phrases = {
    .singular = N_("Expense"),
    .plural = N_("Expenses"),
    .add = N_("New Expense"),
    .added = N_("Added expense “%s”"),
    .edited = N_("Edited expense “%s”"),
    .deleted = N_("Deleted expense “%s”"),
    .empty = N_("No expenses yet"),
    .empty_hint = N_("Note what your delegation spent or will spend on its part of the work."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
