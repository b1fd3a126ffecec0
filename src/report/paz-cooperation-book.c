/* The report `cooperation`: what is needed, what is offered, what answers what, and what nobody answers. */
#include "base/paz-date.h"
#include "paz-report-spec.h"

/* ---- which offer answers which need ---- */

static gboolean
has_status (PazRecord          *record,
            const char * const *statuses)
{
  const char *status = paz_record_get_text (record, "status");

  return status != NULL && g_strv_contains (statuses, status);
}

/* A draft is not told to anybody yet; what is met or withdrawn waits for nobody. */
static gboolean
is_open_need (PazEdition *edition,
              PazRecord  *need)
{
  static const char * const closed[] = { "draft", "met", "withdrawn", NULL };

  return !has_status (need, closed);
}

static gboolean
is_free_offer (PazRecord *offer)
{
  static const char * const closed[] = { "draft", "taken_up", "withdrawn", NULL };

  return !has_status (offer, closed);
}

/* TRUE unless both say when, and one is over before the other begins. */
static gboolean
dates_meet (PazRecord *need,
            PazRecord *offer)
{
  PazRecord *both[] = { need, offer };

  for (guint i = 0; i < 2; i++)
    {
      const char *to = paz_record_get_text (both[i], "to");
      const char *from = paz_record_get_text (both[1 - i], "from");
      GDate first, last, begins, ignored;

      if (to != NULL && from != NULL && paz_date_get_range (to, &first, &last) &&
          paz_date_get_range (from, &begins, &ignored) && g_date_compare (&last, &begins) < 0)
        return FALSE;
    }

  return TRUE;
}

/* Same category, of another participant, free, at a time that may fit. */
static gboolean
answers (PazRecord *offer,
         PazRecord *need)
{
  const char *category = paz_record_get_text (need, "category");

  return category != NULL && g_strcmp0 (category, paz_record_get_text (offer, "category")) == 0 &&
         g_strcmp0 (paz_record_get_text (need, "participant"), paz_record_get_text (offer, "participant")) != 0 &&
         is_free_offer (offer) && dates_meet (need, offer);
}

static gboolean
count_offers (PazEdition *edition,
              PazRecord  *need,
              gint64     *value)
{
  GPtrArray *offers = paz_records_list (edition->records, "offer", NULL);

  *value = 0;
  for (guint i = 0; i < offers->len; i++)
    *value += answers (offers->pdata[i], need);

  return TRUE;
}

static gboolean
is_alive (PazRecord *arrangement)
{
  return g_strcmp0 (paz_record_get_text (arrangement, "status"), "declined") != 0;
}

static gboolean
count_arrangements (PazEdition *edition,
                    PazRecord  *need,
                    gint64     *value)
{
  GPtrArray *arrangements = paz_records_list (edition->records, "arrangement", NULL);

  *value = 0;
  for (guint i = 0; i < arrangements->len; i++)
    *value += is_alive (arrangements->pdata[i]) &&
              g_strcmp0 (paz_record_get_text (arrangements->pdata[i], "need"), paz_record_get_id (need)) == 0;

  return TRUE;
}

static void
put_answer (PazSheet   *sheet,
            PazEdition *edition,
            PazRecord  *need)
{
  gint64 offers, arrangements;

  count_offers (edition, need, &offers);
  count_arrangements (edition, need, &arrangements);
  if (!is_open_need (edition, need))
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  else if (arrangements > 0)
    paz_sheet_put_signal (sheet, 1, paz_edition_say (edition, N_("Arrangement made")));
  else if (offers > 0)
    paz_sheet_put_signal (sheet, 2, paz_edition_say (edition, N_("Offers to look at")));
  else
    paz_sheet_put_signal (sheet, 3, paz_edition_say (edition, N_("Nobody offers it")));
}

/* ---- needs and offers ---- */

static const PazRegisterColumn needs_columns[] = {
  { "participant>code" },
  { "title" },
  { "category" },
  { "priority" },
  { "status" },
  { "from" },
  { "to" },
  { "quantity" },
  { "unit" },
  PAZ_COUNTED_COLUMN ("offers", NC_("column", "Offers that fit"), count_offers),
  PAZ_COUNTED_COLUMN ("arrangements", NC_("column", "Arrangements"), count_arrangements),
  PAZ_PUT_COLUMN ("answer", NC_("column", "Answer"), PAZ_COLUMN_SIGNAL, put_answer),
};

#define FIT_NOTE N_("An offer fits when it is of the same category, of another participant, free, and not over before the need begins. Whether it is enough, delegations say.")

static const PazRegister needs = {
  { NC_("sheet", "Needs"), N_("Needs, and what answers them"),
    N_("Each need: how many offers fit it, whether an arrangement was made"), "Needs", 2, PAZ_PERIOD_NONE },
  "need", needs_columns, G_N_ELEMENTS (needs_columns), NULL, FIT_NOTE,
};

static gboolean
is_unmet (PazEdition *edition,
          PazRecord  *need)
{
  gint64 offers, arrangements;

  return is_open_need (edition, need) && count_offers (edition, need, &offers) && offers == 0 &&
         count_arrangements (edition, need, &arrangements) && arrangements == 0;
}

static const PazRegisterColumn unmet_columns[] = {
  { "participant" },
  { "participant>code" },
  { "title" },
  { "category" },
  { "priority" },
  { "from" },
  { "quantity" },
  { "unit" },
  { "description" },
};

static const PazRegister unmet = {
  { NC_("sheet", "Unmet needs"), N_("Needs nobody meets"),
    N_("Open needs without an offer that fits and without an arrangement"), "UnmetNeeds", 3, PAZ_PERIOD_NONE },
  "need", unmet_columns, G_N_ELEMENTS (unmet_columns), is_unmet,
};

static const PazRegisterColumn offers_columns[] = {
  { "participant>code" },
  { "title" },
  { "category" },
  { "status" },
  { "from" },
  { "to" },
  { "quantity" },
  { "unit" },
  { "costs" },
  { "conditions" },
};

static const PazRegister offers = {
  { NC_("sheet", "Offers"), N_("Offers"),
    N_("Each offer: what, how much, when, and on which conditions"), "Offers", 2, PAZ_PERIOD_NONE },
  "offer", offers_columns, G_N_ELEMENTS (offers_columns), NULL,
};

static const PazRegisterColumn arrangements_columns[] = {
  { "title" },
  { "parties" },
  { "status" },
  { "need" },
  { "offers" },
  { "agreed" },
  { "from" },
  { "to" },
  { "quantity" },
  { "unit" },
  { "result" },
};

static const PazRegister arrangements = {
  { NC_("sheet", "Arrangements"), N_("Arrangements"),
    N_("What was agreed or is being talked about: parties, need, offers, dates, result"), "Arrangements", 1, PAZ_PERIOD_NONE },
  "arrangement", arrangements_columns, G_N_ELEMENTS (arrangements_columns), NULL,
};

/* ---- offers by need ---- */

static const PazSheetWords matches_words = {
  NC_("sheet", "Matches"), N_("Open needs and the offers that fit them"),
  N_("One row for each need and offer that fits: who, how much, and why it fits"), "Matches", 2, PAZ_PERIOD_NONE,
};

static const PazColumn matches_columns[] = {
  { "need_by", NC_("column", "Needed by"), PAZ_COLUMN_CODE },
  { "need", NC_("column", "Need"), PAZ_COLUMN_NOTE },
  { "category", NC_("column", "Category"), PAZ_COLUMN_WORDS },
  { "needed", NC_("column", "Needed"), PAZ_COLUMN_AMOUNT },
  { "needed_unit", NC_("column", "Unit"), PAZ_COLUMN_WORDS },
  { "offer_by", NC_("column", "Offered by"), PAZ_COLUMN_CODE },
  { "offer", NC_("column", "Offer"), PAZ_COLUMN_NOTE },
  { "offered", NC_("column", "Offered"), PAZ_COLUMN_AMOUNT },
  { "offered_unit", NC_("column", "Unit offered"), PAZ_COLUMN_WORDS },
  { "reasons", NC_("column", "Why it fits"), PAZ_COLUMN_WORDS },
};

static void
put_code (PazSheet   *sheet,
          PazEdition *edition,
          PazRecord  *record)
{
  const char *id = paz_record_get_text (record, "participant");
  PazRecord *participant = id != NULL ? paz_records_find (edition->records, id) : NULL;

  if (participant != NULL && paz_record_get_text (participant, "code") != NULL)
    paz_sheet_put_text (sheet, paz_record_get_text (participant, "code"));
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
}

static void
put_field (PazSheet   *sheet,
           PazEdition *edition,
           PazRecord  *record,
           const char *key)
{
  paz_register_put (sheet, edition, record, paz_kind_find_field (paz_record_get_kind (record), key), PAZ_TAKE_VALUE);
}

/* Of two sets of codes: do they share one? */
static gboolean
share_one (PazRecord  *need,
           PazRecord  *offer,
           const char *key)
{
  GVariant *one = paz_record_get_value (need, paz_kind_find_field (paz_record_get_kind (need), key));
  GVariant *other = paz_record_get_value (offer, paz_kind_find_field (paz_record_get_kind (offer), key));
  g_autofree const char **first = NULL;
  g_autofree const char **second = NULL;

  if (paz_value_get_state (one) != PAZ_STATE_KNOWN || paz_value_get_state (other) != PAZ_STATE_KNOWN)
    return FALSE;
  first = g_variant_get_strv (one, NULL);
  second = g_variant_get_strv (other, NULL);
  for (guint i = 0; first[i] != NULL; i++)
    if (g_strv_contains (second, first[i]))
      return TRUE;

  return FALSE;
}

static void
put_reasons (PazSheet   *sheet,
             PazEdition *edition,
             PazRecord  *need,
             PazRecord  *offer)
{
  g_autoptr (GString) reasons = g_string_new (paz_edition_say (edition, N_("Same category")));

  if (g_strcmp0 (paz_record_get_text (need, "unit"), paz_record_get_text (offer, "unit")) == 0 && paz_record_get_text (need, "unit") != NULL)
    g_string_append_printf (reasons, "; %s", paz_edition_say (edition, N_("same unit of measure")));
  if (share_one (need, offer, "unit_types"))
    g_string_append_printf (reasons, "; %s", paz_edition_say (edition, N_("a unit type in common")));
  if (share_one (need, offer, "languages"))
    g_string_append_printf (reasons, "; %s", paz_edition_say (edition, N_("a language in common")));
  paz_sheet_put_text (sheet, reasons->str);
}

static void
put_match (PazSheet   *sheet,
           PazEdition *edition,
           PazRecord  *need,
           PazRecord  *offer)
{
  paz_sheet_begin_row (sheet, paz_clearance_join (paz_records_get_stamp (edition->records, need),
                                                  paz_records_get_stamp (edition->records, offer)));
  put_code (sheet, edition, need);
  put_field (sheet, edition, need, "title");
  put_field (sheet, edition, need, "category");
  put_field (sheet, edition, need, "quantity");
  put_field (sheet, edition, need, "unit");
  put_code (sheet, edition, offer);
  put_field (sheet, edition, offer, "title");
  put_field (sheet, edition, offer, "quantity");
  put_field (sheet, edition, offer, "unit");
  put_reasons (sheet, edition, need, offer);
}

static void
fill_matches (PazSheet   *sheet,
              PazEdition *edition,
              gpointer    data)
{
  GPtrArray *all_needs = paz_records_list (edition->records, "need", NULL);
  GPtrArray *all_offers = paz_records_list (edition->records, "offer", NULL);

  for (guint i = 0; i < all_needs->len; i++)
    for (guint k = 0; k < all_offers->len && is_open_need (edition, all_needs->pdata[i]); k++)
      if (answers (all_offers->pdata[k], all_needs->pdata[i]))
        put_match (sheet, edition, all_needs->pdata[i], all_offers->pdata[k]);
  if (paz_sheet_count_rows (sheet) == 0)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("No offer fits an open need.")));
  paz_sheet_add_note (sheet, paz_edition_say (edition, FIT_NOTE));
}

/* ---- categories by State ---- */

static const PazGrid need_grid = {
  { NC_("sheet", "Needs by State"), N_("Open needs by category and State"),
    N_("Who needs what: the darker, the more"), "NeedsByState", 1, PAZ_PERIOD_NONE },
  "need", "category", is_open_need,
};

static gboolean
is_open_offer (PazEdition *edition,
               PazRecord  *offer)
{
  return is_free_offer (offer);
}

static const PazGrid offer_grid = {
  { NC_("sheet", "Offers by State"), N_("Free offers by category and State"),
    N_("Who offers what: the darker, the more"), "OffersByState", 1, PAZ_PERIOD_NONE },
  "offer", "category", is_open_offer,
};

/* ---- the report ---- */

static const char * const kinds[] = { "need", "offer", "arrangement", NULL };

static const PazSheetPart need_grid_part = { .grid = &need_grid };
static const PazSheetPart offer_grid_part = { .grid = &offer_grid };
static const PazSheetPart needs_part = { .rows = &needs };
static const PazSheetPart unmet_part = { .rows = &unmet };
static const PazSheetPart matches_part = {
  .words = &matches_words, .columns = matches_columns, .n_columns = G_N_ELEMENTS (matches_columns), .kind = "offer", .fill = fill_matches,
};
static const PazSheetPart offers_part = { .rows = &offers };
static const PazSheetPart arrangements_part = { .rows = &arrangements };

const PazReport paz_cooperation_report = {
  .info = {
    "cooperation", NC_("report", "Cooperation"),
    N_("Needs, offers and arrangements: which offers fit which need, and the needs nobody meets."),
    "emblem-shared-symbolic",
  },
  .titles = { N_("Cooperation in peace operations"), N_("Cooperation in peacekeeping operations") },
  .on_records = TRUE,
  .kinds = kinds,
  .parts = { &need_grid_part, &offer_grid_part, &needs_part, &unmet_part, &matches_part, &offers_part, &arrangements_part },
};
