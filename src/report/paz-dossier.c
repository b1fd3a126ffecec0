/* The report `dossier`: the working group's whole report, every other report a chapter of it. */
#include "paz-report-spec.h"

static const PazReport * const chapters[] = {
  &paz_participation_report,
  &paz_women_report,
  &paz_readiness_report,
  &paz_pledge_report,
  &paz_cooperation_report,
  &paz_contingents_report,
  &paz_training_report,
  &paz_interoperability_report,
  &paz_complementarity_report,
  &paz_recommendations_report,
  &paz_workplan_report,
  &paz_meeting_report,
  &paz_traceability_report,
  &paz_country_report,
  &paz_directory_report,
  &paz_expenses_report,
  NULL
};

/* What the group works on, as far as the readers may see it. */
static const char * const counted[] = { "recommendation", "task", "need", "offer", "pledge", "contingent", NULL };

static void
put_key_figures (PazSheet   *cover,
                 PazEdition *edition,
                 gpointer    data)
{
  for (guint i = 0; counted[i] != NULL; i++)
    {
      GPtrArray *records = paz_records_list (edition->records, counted[i], NULL);

      if (records->len > 0)
        paz_page_put_count (cover, records->len, paz_edition_say (edition, paz_kind_find (counted[i])->phrases.plural));
    }
}

const PazReport paz_dossier_report = {
  .info = {
    "dossier", NC_("report", "Dossier"),
    N_("The working group’s whole report: all other workbooks as chapters of one, with numbers and contents."),
    "folder-documents-symbolic",
  },
  .titles = { N_("Report of the working group"), N_("Report of the working group") },
  .with_targets = TRUE,
  .kinds = counted,
  .put_key_figures = put_key_figures,
  .chapters = chapters,
};
