#include "paz-cover.h"

#include "base/paz-date.h"

/* More than these stand on the sheet of sources alone. */
#define MAX_SOURCES 6

PazWorkbookInfo
paz_cover_make_info (PazEdition *edition,
                     const char *report,
                     const char *title,
                     const char *marking)
{
  return (PazWorkbookInfo) {
    .language = paz_catalogue_get_language (edition->catalogue),
    .package = report,
    .title = title,
    .delegation = edition->delegation,
    .level = edition->stamp.level,
    .status = paz_catalogue_ptext (edition->catalogue, "level", paz_level_get_label (edition->stamp.level)),
    .marking = marking,
    .paper = edition->paper,
    .created = edition->created,
    .seen = edition->seen,
  };
}

PazWorkbook *
paz_cover_open_workbook (PazEdition    *edition,
                         const char    *report,
                         const char    *title,
                         const char    *path,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autofree char *marking = paz_edition_dup_marking (edition);
  const PazWorkbookInfo info = paz_cover_make_info (edition, report, title, marking);

  return paz_workbook_new (path, &info, cancellable, error);
}

static char *
dup_created (PazEdition *edition)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (edition->created / 1000);
  g_autofree char *iso = g_date_time_format (moment, "%Y-%m-%d");

  return paz_catalogue_dup_date (edition->catalogue, iso);
}

PazSheet *
paz_cover_new (PazEdition  *edition,
               PazWorkbook *workbook,
               const char  *title,
               const char  *subject)
{
  const char *name = paz_catalogue_ptext (edition->catalogue, "sheet", NC_("sheet", "Cover"));
  PazSheet *self = paz_page_new (workbook, name, edition->stamp);
  g_autofree char *month = edition->month != 0 ? paz_edition_dup_month (edition, edition->month) : dup_created (edition);
  /* Translators: a month or a day. */
  const char *format = paz_edition_say (edition, N_("Latin America and the Caribbean · %s"));
  g_autofree char *subtitle = subject != NULL ? g_strdup_printf ("%s · %s", subject, month) : g_strdup_printf (format, month);

  /* The network's name is not translated. */
  paz_page_put_title (self, "RELACOPAZ", title, subtitle);

  return self;
}

static char *
dup_period (PazEdition *edition)
{
  g_autofree char *from = paz_edition_dup_month (edition, edition->from);
  g_autofree char *to = paz_edition_dup_month (edition, edition->to);

  return g_strdup_printf ("%s – %s", from, to);
}

static const char *
get_term (PazEdition *edition)
{
  return paz_edition_say_terms (edition,
                                N_("This report says “peace operations”. The Declaration’s note lets each country use its own term; quotations keep theirs."),
                                N_("This report says “peacekeeping operations”. The Declaration’s note lets each country use its own term; quotations keep theirs."));
}

void
paz_cover_put_facts (PazSheet   *self,
                     PazEdition *edition)
{
  g_autofree char *marking = paz_edition_dup_marking (edition);
  g_autofree char *audience = paz_edition_dup_audience (edition);
  g_autofree char *created = dup_created (edition);
  PazLanguage language = paz_catalogue_get_language (edition->catalogue);

  paz_page_put_heading (self, paz_edition_say (edition, N_("This workbook")));
  paz_page_put_marking (self, paz_edition_say (edition, N_("Handling level")), marking);
  paz_page_put_pair (self, paz_edition_say (edition, N_("Audience")), audience);
  paz_page_put_pair (self, paz_edition_say (edition, N_("Delegation")), edition->delegation);
  paz_page_put_pair (self, paz_edition_say (edition, N_("Made on")), created);
  paz_page_put_pair (self, paz_edition_say (edition, N_("Language")), paz_language_get_name (language));
  if (edition->month != 0)
    {
      g_autofree char *period = dup_period (edition);

      paz_page_put_pair (self, paz_edition_say (edition, N_("Series")), period);
    }
  paz_page_put_pair (self, paz_edition_say (edition, N_("Term")), get_term (edition));
}

/* "…" where the record does not say. */
static char *
dup_date (PazEdition *edition,
          PazRecord  *record,
          const char *field)
{
  const char *text = paz_record_get_text (record, field);
  g_autofree char *day = NULL;

  if (text == NULL)
    return g_strdup ("…");
  day = g_strndup (text, MIN (strlen (text), 10));

  return paz_catalogue_dup_date (edition->catalogue, day);
}

static char *
dup_source (PazEdition *edition,
            PazRecord  *record)
{
  const char *publisher = paz_record_get_text (record, "publisher");
  const char *file = paz_record_get_text (record, "file_name");
  const char *sha256 = paz_record_get_text (record, "sha256");
  g_autofree char *published = dup_date (edition, record, "published");
  g_autofree char *imported = dup_date (edition, record, "imported");
  /* Translators: file name, publisher, date of publication, date of import, SHA-256. */
  const char *format = paz_edition_say (edition, N_("File: %s\nPublisher: %s\nPublished: %s · Imported: %s\nSHA-256: %s"));

  return g_strdup_printf (format, file != NULL ? file : "…", publisher != NULL ? publisher : "…",
                          published, imported, sha256 != NULL ? sha256 : "…");
}

static void
put_more_sources (PazSheet   *self,
                  PazEdition *edition,
                  guint       n)
{
  g_autofree char *count = paz_edition_dup_count (edition, n);
  const char *format = paz_catalogue_ntext (edition->catalogue,
                                            N_("%s more data set is on the sheet of sources."),
                                            N_("%s more data sets are on the sheet of sources."), n);
  g_autofree char *text = g_strdup_printf (format, count);

  paz_page_put_note (self, text);
}

void
paz_cover_put_sources (PazSheet   *self,
                       PazEdition *edition)
{
  GPtrArray *sets = paz_figures_get_data_sets (edition->figures);
  guint n = 0;

  paz_page_put_heading (self, paz_edition_say (edition, N_("Sources")));
  for (guint i = 0; i < sets->len; i++)
    {
      PazRecord *record = g_ptr_array_index (sets, i);
      const char *title = paz_record_get_text (record, "title");

      if (!edition->used[i])
        continue;
      if (++n <= MAX_SOURCES)
        {
          g_autofree char *source = dup_source (edition, record);

          paz_page_put_pair (self, title != NULL ? title : "…", source);
        }
    }
  if (n > MAX_SOURCES)
    put_more_sources (self, edition, n - MAX_SOURCES);
}

void
paz_cover_put_legend (PazSheet   *self,
                      PazEdition *edition)
{
  paz_page_put_heading (self, paz_edition_say (edition, N_("How to read the cells")));
  paz_page_put_legend (self, "0", FALSE, paz_edition_say (edition, N_("Zero: the source says that there is nobody.")));
  paz_page_put_legend (self, paz_absent_get_sign (PAZ_ABSENT_UNKNOWN), FALSE,
                       paz_edition_say (edition, N_("Not known, or not stated by the source.")));
  paz_page_put_legend (self, paz_absent_get_sign (PAZ_ABSENT_NOT_APPLICABLE), FALSE,
                       paz_edition_say (edition, N_("Not applicable: a share of nobody, for example.")));
  paz_page_put_legend (self, paz_absent_get_sign (PAZ_ABSENT_NOT_LISTED), FALSE,
                       paz_edition_say (edition, N_("Empty: the source does not list the contributor in that month.")));
  paz_page_put_legend (self, paz_absent_get_sign (PAZ_ABSENT_GAP), TRUE,
                       paz_edition_say (edition, N_("Hatched: a gap, no data set covers that month. It is not zero.")));
}

void
paz_cover_put_notes (PazSheet   *self,
                     PazEdition *edition)
{
  paz_page_put_heading (self, paz_edition_say (edition, N_("Notes")));
  paz_page_put_note (self, paz_edition_say (edition,
                     N_("The Declaration of Lima is a political document: it is not binding and creates no obligation. Nothing here measures compliance with it.")));
  paz_page_put_note (self, paz_edition_say (edition,
                     N_("Figures are a snapshot at the end of each month. Adding months gives person-months, not people.")));
  paz_page_put_note (self, paz_edition_say (edition,
                     N_("Beside each percentage stands its base. With a small base one person more or less changes the percentage greatly.")));
  paz_page_put_note (self, paz_edition_say (edition,
                     N_("The source lists only contributors that have personnel deployed: a country that is not listed has not said zero.")));
}

static void
put_signs_of_records (PazSheet   *self,
                      PazEdition *edition)
{
  paz_page_put_heading (self, paz_edition_say (edition, N_("How to read the cells")));
  paz_page_put_legend (self, "0", FALSE, paz_edition_say (edition, N_("Zero: somebody said that there is none.")));
  paz_page_put_legend (self, paz_absent_get_sign (PAZ_ABSENT_UNKNOWN), FALSE,
                       paz_edition_say (edition, N_("Not known: it was asked, and nobody knows.")));
  paz_page_put_legend (self, paz_absent_get_sign (PAZ_ABSENT_NOT_APPLICABLE), FALSE,
                       paz_edition_say (edition, N_("Not applicable.")));
  paz_page_put_legend (self, paz_absent_get_sign (PAZ_ABSENT_NOT_LISTED), FALSE,
                       paz_edition_say (edition, N_("Empty: not answered.")));
}

/* Under the legend of the figures where there is one: what it does not say yet. */
void
paz_cover_put_record_legend (PazSheet   *self,
                             PazEdition *edition)
{
  if (edition->figures == NULL)
    put_signs_of_records (self, edition);
  else
    paz_page_put_legend (self, paz_absent_get_sign (PAZ_ABSENT_NOT_LISTED), FALSE,
                         paz_edition_say (edition, N_("Empty, on a sheet of records: not answered.")));
  paz_page_put_legend (self, "[es]", FALSE,
                       paz_edition_say (edition, N_("A text that is not translated yet: it stands in the language it was written in.")));
}

void
paz_cover_put_record_notes (PazSheet   *self,
                            PazEdition *edition)
{
  if (edition->figures == NULL)
    {
      paz_page_put_heading (self, paz_edition_say (edition, N_("Notes")));
      paz_page_put_note (self, paz_edition_say (edition,
                         N_("The Declaration of Lima is a political document: it is not binding and creates no obligation. Nothing here measures compliance with it.")));
    }
  paz_page_put_note (self, paz_edition_say (edition,
                     N_("What stands here was entered by the delegations and the Technical Secretariat; it holds what the audience named above may see.")));
}
