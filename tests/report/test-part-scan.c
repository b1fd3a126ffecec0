/* Reading back what was written: whole parts pass, whatever a full disk leaves of one does not. */
#include "paz-part-scan.h"

#include <string.h>

static const char sheet[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
  "<cols><col min=\"1\" max=\"1\" width=\"9\"/></cols><sheetData>"
  "<row r=\"1\" spans=\"1:2\"><c r=\"A1\" t=\"inlineStr\"><is><t>ni&#xF1;a &gt; 1</t></is></c><c r=\"B1\"><v>2</v></c></row>"
  "<row r=\"2\" spans=\"1:2\" ht=\"15\"/>"
  "<row r=\"7\"><c r=\"A7\"><f>SUM(A1:A2)</f><v>3</v></c></row></sheetData></worksheet>";

/* In pieces of `step` bytes, which cut tags and names anywhere. */
static gboolean
scan_bytes (PazPartScan *scan,
            const char  *bytes,
            gsize        n,
            gsize        step)
{
  paz_part_scan_begin (scan);
  for (gsize at = 0; at < n;)
    {
      gsize room;
      char *buffer = paz_part_scan_get_room (scan, &room);
      gsize piece = MIN (MIN (step, room), n - at);

      if (buffer == NULL)
        return FALSE;
      memcpy (buffer, bytes + at, piece);
      at += piece;
      if (!paz_part_scan_take (scan, piece))
        return FALSE;
    }

  return paz_part_scan_is_whole (scan);
}

static void
test_whole (void)
{
  g_autoptr (PazPartScan) scan = paz_part_scan_new ();

  for (gsize step = 1; step < sizeof sheet; step++)
    {
      g_assert_true (scan_bytes (scan, sheet, sizeof sheet - 1, step));
      g_assert_cmpuint (paz_part_scan_get_n_rows (scan), ==, 3);
      g_assert_cmpint (paz_part_scan_get_last_row (scan), ==, 6);
    }
}

static void
test_cut (void)
{
  g_autoptr (PazPartScan) scan = paz_part_scan_new ();

  for (gsize n = 0; n < sizeof sheet - 1; n++)
    g_assert_false (scan_bytes (scan, sheet, n, 64));
}

/* Any run of bytes that is missing and is not whole elements, or is left as zeros. */
static void
test_holes (void)
{
  g_autoptr (PazPartScan) scan = paz_part_scan_new ();
  const char *in_a_row = strstr (sheet, "<c r=\"B1\"");
  const char *text = strstr (sheet, "A7");
  g_autoptr (GString) hole = g_string_new_len (sheet, in_a_row - sheet);
  g_autofree char *zeros = g_memdup2 (sheet, sizeof sheet);

  g_string_append (hole, text);
  g_assert_false (scan_bytes (scan, hole->str, hole->len, 64));
  memset (zeros + (in_a_row - sheet), 0, 4);
  g_assert_false (scan_bytes (scan, zeros, sizeof sheet - 1, 64));
}

static void
test_long_text (void)
{
  g_autoptr (PazPartScan) scan = paz_part_scan_new ();
  g_autoptr (GString) part = g_string_new ("<sst><si><t>");

  for (guint i = 0; i < 50000; i++)
    g_string_append (part, "paz ");
  g_string_append (part, "</t></si></sst>");
  g_assert_true (scan_bytes (scan, part->str, part->len, 4096));
  g_string_append (part, "<more/>");
  g_assert_false (scan_bytes (scan, part->str, part->len, 4096));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/part-scan/whole", test_whole);
  g_test_add_func ("/part-scan/cut", test_cut);
  g_test_add_func ("/part-scan/holes", test_holes);
  g_test_add_func ("/part-scan/long-text", test_long_text);

  return g_test_run ();
}
