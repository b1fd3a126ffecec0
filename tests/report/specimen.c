#include "specimen.h"

#include "paz-sheet-chart.h"
#include "paz-page.h"
#include "paz-sheet.h"

static const PazColumn columns[] = {
  { "contributor", "Nombre del país contribuyente", PAZ_COLUMN_TEXT },
  { "iso3", "Código", PAZ_COLUMN_CODE },
  { "rank", "Puesto", PAZ_COLUMN_RANK },
  { "women", "Mujeres", PAZ_COLUMN_COUNT },
  { "share", "Proporción de mujeres", PAZ_COLUMN_SHARE },
  { "total", "Total, base de la proporción", PAZ_COLUMN_COUNT },
  { "points", "Puntos", PAZ_COLUMN_POINTS },
  { "month", "Mes", PAZ_COLUMN_MONTH },
  { "published", "Publicado", PAZ_COLUMN_DATE },
  { "signal", "Señal", PAZ_COLUMN_SIGNAL },
  { "note", "Nota", PAZ_COLUMN_NOTE },
};

static const struct
{
  const char *name, *iso3;
  guint women, total;
} rows[] = {
  { "=HYPERLINK(\"x\") Argentina", "ARG", 25, 273 },
  { "Bolivia (Estado Plurinacional de)", "BOL", 7, 28 },
  { "México & <Guatemala>", "MEX", 7, 15 },
  { "+Uruguay", "URY", 83, 1158 },
  { "@Nadie", "XXX", 0, 0 },
};

#define MONTH(year, month) ((guint16) ((year) * 12 + (month) - 1))

static void
put_row (PazSheet *sheet,
         guint     i)
{
  paz_sheet_begin_row (sheet, paz_clearance_public ());
  paz_sheet_put_text (sheet, rows[i].name);
  paz_sheet_put_text (sheet, rows[i].iso3);
  paz_sheet_put_number (sheet, i + 1);
  paz_sheet_put_number (sheet, rows[i].women);
  paz_sheet_put_share (sheet, rows[i].women, rows[i].total);
  paz_sheet_put_number (sheet, rows[i].total);
  paz_sheet_put_number (sheet, 1234.5 + i);
  paz_sheet_put_month (sheet, MONTH (2014, 3));
  paz_sheet_put_date (sheet, i == 1 ? "2014-03" : i == 2 ? NULL : "2014-03-31");
  paz_sheet_put_signal (sheet, i % 4, i % 4 == 1 ? "Verde" : "Otro");
  if (i == 0)
    paz_sheet_put_absent (sheet, PAZ_ABSENT_GAP);
  else
    paz_sheet_put_text (sheet, "Una nota que ocupa más de una línea porque cuenta con detalle de dónde viene la cifra y por qué");
}

static void
put_total (PazSheet *sheet)
{
  paz_sheet_begin_total (sheet, paz_clearance_public ());
  paz_sheet_put_text (sheet, "Región");
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_sum (sheet, 122);
  paz_sheet_put_quotient (sheet, "women", "total", 122.0 / 1474.0);
  paz_sheet_put_sum (sheet, 1474);
  for (guint i = 6; i < G_N_ELEMENTS (columns); i++)
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_add_note (sheet, "Las cifras son del último día del mes; sumar meses da personas-mes, no personas. "
                             "Esta nota es bastante larga para que el escritor la reparta en dos líneas.");
}

static PazSheet *
add_table (PazWorkbook *workbook)
{
  const PazSheetSpec spec = {
    .name = "Contribuyentes: región / mundo [2014]?",
    .title = "Personal uniformado de la región",
    .subtitle = "31 de marzo de 2014",
    .table = "Specimen",
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_frozen = 2,
  };
  const PazSheetChartSpec chart_spec = {
    .type = PAZ_SHEET_CHART_BARS,
    .title = "Personal por país",
    .category_title = "País",
    .value_title = "Personas",
    .description = "Barras: personas por país",
  };
  PazSheet *sheet = paz_sheet_new (workbook, &spec, paz_clearance_public ());
  PazSheetChart *chart;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    put_row (sheet, i);
  put_total (sheet);
  chart = paz_sheet_chart_new (sheet, &chart_spec);
  paz_sheet_chart_add_series (chart, sheet, "iso3", "total", 0, G_N_ELEMENTS (rows), "Personas", PAZ_SERIES_FIRST);

  return sheet;
}

static void
add_stream (PazWorkbook *workbook,
            guint        n)
{
  static const PazColumn stream_columns[] = {
    { "iso3", "Código", PAZ_COLUMN_CODE },
    { "n", "Número", PAZ_COLUMN_COUNT },
    { "share", "Proporción", PAZ_COLUMN_SHARE },
    { "base", "Base", PAZ_COLUMN_COUNT },
  };
  const PazSheetSpec spec = {
    .name = "Detalle", .title = "Detalle", .subtitle = "Todas las filas", .table = "Stream",
    .columns = stream_columns, .n_columns = G_N_ELEMENTS (stream_columns), .n_frozen = 1, .n_rows = n,
  };
  PazSheet *sheet = paz_sheet_new (workbook, &spec, paz_clearance_public ());

  for (guint i = 0; i < n; i++)
    {
      paz_sheet_begin_row (sheet, paz_clearance_public ());
      paz_sheet_put_text (sheet, "ARG");
      paz_sheet_put_number (sheet, i);
      paz_sheet_put_share (sheet, i, 2 * n);
      paz_sheet_put_number (sheet, 2 * n);
    }
}

gboolean
specimen_write (const char    *path,
                guint          stream_rows,
                GCancellable  *cancellable,
                GError       **error)
{
  const PazWorkbookInfo info = {
    .language = PAZ_LANGUAGE_ES, .package = "specimen", .title = "Muestra & prueba", .delegation = "Perú",
    .level = PAZ_LEVEL_NETWORK, .status = "Red", .marking = "RED · participantes", .paper = PAZ_PAPER_A4,
    .created = SPECIMEN_CREATED,
  };
  g_autoptr (PazWorkbook) workbook = paz_workbook_new (path, &info, cancellable, error);
  PazSheet *cover, *sheet;

  if (workbook == NULL)
    return FALSE;
  cover = paz_page_new (workbook, "Portada", paz_clearance_public ());
  sheet = add_table (workbook);
  if (stream_rows > 0)
    add_stream (workbook, stream_rows);
  paz_page_put_title (cover, "RELACOPAZ", "Participación en operaciones de mantenimiento de la paz", "Marzo de 2014");
  paz_page_put_count (cover, 1474, "personas de la región en misión");
  paz_page_put_share (cover, 122, 1474, "de mujeres (122 de 1.474)");
  paz_page_put_heading (cover, "Contenido");
  paz_page_put_link (cover, sheet, "Cada país con su personal");
  paz_page_put_heading (cover, "Leyenda");
  paz_page_put_legend (cover, "…", FALSE, "No se sabe");
  paz_page_put_legend (cover, "", TRUE, "Hueco: ningún conjunto de datos cubre ese mes");
  paz_page_put_note (cover, "La Declaración no es vinculante.");

  return paz_workbook_commit (workbook, error);
}
