/* The report `expenses`: who bears what for the network. Amounts stand in their own currency; no rate
 * is built in, so nothing is added across currencies. */
#include "base/paz-decimal.h"
#include "paz-report-spec.h"

static const PazRegisterColumn expenses_columns[] = {
  { "activity" },
  { "participant" },
  { "participant>code" },
  { "date" },
  { "category" },
  { "amount" },
  { "amount", NC_("column", "Currency"), PAZ_TAKE_CURRENCY },
  { "amount", NC_("column", "Date and source of the amount"), PAZ_TAKE_SOURCE },
  { "status" },
  { "budget_line" },
  { "reference" },
  { "meeting" },
};

static const PazRegister expenses = {
  { NC_("sheet", "Expenses"), N_("Expenses"),
    N_("Each expense: activity, who bears it, amount in its own currency, status"), "Expenses", 1, PAZ_PERIOD_NONE },
  "expense", expenses_columns, G_N_ELEMENTS (expenses_columns), NULL,
};

/* ---- sums ---- */

static const PazSheetWords sums_words = {
  NC_("sheet", "Sums"), N_("Sums by participant, currency and status"),
  N_("What each participant bears, planned, committed and spent, by currency"), "ExpenseSums", 2, PAZ_PERIOD_NONE,
};

static const PazColumn sums_columns[] = {
  { "participant", NC_("column", "Participant"), PAZ_COLUMN_WORDS },
  { "iso3", NC_("column", "Code"), PAZ_COLUMN_CODE },
  { "currency", NC_("column", "Currency"), PAZ_COLUMN_CODE },
  { "planned", NC_("column", "Planned"), PAZ_COLUMN_AMOUNT },
  { "committed", NC_("column", "Committed"), PAZ_COLUMN_AMOUNT },
  { "spent", NC_("column", "Spent"), PAZ_COLUMN_AMOUNT },
  { "other", NC_("column", "Status not said"), PAZ_COLUMN_AMOUNT },
  { "count", NC_("column", "Expenses"), PAZ_COLUMN_COUNT },
};

enum
{
  PLANNED,
  COMMITTED,
  SPENT,
  NOT_SAID,
  N_STATUSES,
};

typedef struct
{
  PazRecord    *participant;   /* lent; NULL where none is said */
  char         *name;
  char         *currency;
  double        amounts[N_STATUSES];
  guint         n;
  PazClearance  stamp;
} Sum;

static void
sum_free (gpointer data)
{
  Sum *self = data;

  g_free (self->name);
  g_free (self->currency);
  g_free (self);
}

static guint
get_status (PazRecord *expense)
{
  static const char * const keys[] = { "planned", "committed", "spent" };
  const char *status = paz_record_get_text (expense, "status");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_strcmp0 (status, keys[i]) == 0)
      return i;

  return NOT_SAID;
}

static Sum *
find_sum (GPtrArray  *sums,
          PazEdition *edition,
          PazRecord  *expense,
          const char *currency)
{
  const char *id = paz_record_get_text (expense, "participant");
  PazRecord *participant = id != NULL ? paz_records_find (edition->records, id) : NULL;
  Sum *sum;

  for (guint i = 0; i < sums->len; i++)
    {
      sum = g_ptr_array_index (sums, i);
      if (sum->participant == participant && g_str_equal (sum->currency, currency))
        return sum;
    }
  sum = g_new0 (Sum, 1);
  sum->participant = participant;
  sum->name = participant != NULL ? paz_records_dup_title (edition->records, id) : NULL;
  sum->currency = g_strdup (currency);
  sum->stamp = paz_clearance_public ();
  g_ptr_array_add (sums, sum);

  return sum;
}

static int
compare_sums_cb (gconstpointer a,
                 gconstpointer b,
                 gpointer      catalogue)
{
  const Sum *one = *(const Sum * const *) a;
  const Sum *other = *(const Sum * const *) b;
  int order = paz_catalogue_compare (catalogue, one->name != NULL ? one->name : "", other->name != NULL ? other->name : "");

  return order != 0 ? order : g_strcmp0 (one->currency, other->currency);
}

static GPtrArray *
list_sums (PazEdition *edition)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func (sum_free);
  GPtrArray *records = paz_records_list (edition->records, "expense", NULL);
  const PazField *field = paz_kind_find_field (paz_kind_find ("expense"), "amount");

  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *expense = g_ptr_array_index (records, i);
      GVariant *value = paz_record_get_value (expense, field);
      const char *amount, *currency;
      Sum *sum;

      if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
        continue;
      g_variant_get (value, "(&s&s&s&s)", &amount, &currency, NULL, NULL);
      sum = find_sum (sums, edition, expense, currency);
      sum->amounts[get_status (expense)] += paz_decimal_to_double (amount);
      sum->n++;
      sum->stamp = paz_clearance_join (sum->stamp, paz_records_get_stamp (edition->records, expense));
    }
  g_ptr_array_sort_with_data (sums, compare_sums_cb, edition->catalogue);

  return sums;
}

static PazSheet *
declare_sums (PazEdition  *edition,
              PazWorkbook *workbook,
              gpointer     data)
{
  return paz_sheets_declare (edition, workbook, &sums_words, sums_columns, G_N_ELEMENTS (sums_columns), 0, edition->stamp);
}

static void
fill_sums (PazSheet   *sheet,
           PazEdition *edition,
           gpointer    data)
{
  g_autoptr (GPtrArray) sums = list_sums (edition);

  for (guint i = 0; i < sums->len; i++)
    {
      const Sum *sum = g_ptr_array_index (sums, i);

      paz_sheet_begin_row (sheet, sum->stamp);
      if (sum->name != NULL)
        paz_sheet_put_text (sheet, sum->name);
      else
        paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
      if (sum->participant != NULL)
        paz_sheet_put_text (sheet, paz_record_get_text (sum->participant, "code"));
      else
        paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
      paz_sheet_put_text (sheet, sum->currency);
      for (guint k = 0; k < N_STATUSES; k++)
        paz_sheet_put_number (sheet, sum->amounts[k]);
      paz_sheet_put_number (sheet, sum->n);
    }
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Amounts of different currencies are not added: no rate of exchange is built in. Expenses without an amount are on the list only.")));
}

static const PazSheetPart sums_part = { .words = &sums_words, .kind = "expense", .declare = declare_sums, .fill = fill_sums };
static const PazSheetPart expenses_part = { .rows = &expenses };

const PazReport paz_expenses_report = {
  .info = {
    "expenses", NC_("report", "Expenses"),
    N_("Who bears what, in each currency, planned, committed and spent."),
    "accessories-calculator-symbolic",
  },
  .titles = { N_("Expenses of the network"), N_("Expenses of the network") },
  .on_records = TRUE,
  .parts = { &sums_part, &expenses_part },
};
