#include "model/paz-format.h"

typedef struct
{
  PazTextFormat  format;
  const char    *text;
  gboolean       good;
  const char    *uri;
} Case;

static const Case cases[] = {
  { PAZ_FORMAT_EMAIL, "mesa.partes@mindef.gob.pe", TRUE, "mailto:mesa.partes@mindef.gob.pe" },
  { PAZ_FORMAT_EMAIL, "josé@defensa.gob.ec", TRUE, "mailto:josé@defensa.gob.ec" },
  { PAZ_FORMAT_EMAIL, "mesa.partes@mindef", FALSE, NULL },
  { PAZ_FORMAT_EMAIL, "a b@example.org", FALSE, NULL },
  { PAZ_FORMAT_URL, "https://peacekeeping.un.org/es/data", TRUE, "https://peacekeeping.un.org/es/data" },
  { PAZ_FORMAT_URL, "www.gob.pe/mindef", TRUE, "https://www.gob.pe/mindef" },
  { PAZ_FORMAT_URL, "estante 4", FALSE, NULL },
  { PAZ_FORMAT_PLACE, "estante 4", TRUE, NULL },
  { PAZ_FORMAT_PLACE, "https://undocs.org/A/77/573", TRUE, "https://undocs.org/A/77/573" },
  { PAZ_FORMAT_PHONE, "+51 (1) 209-8530", TRUE, "tel:+5112098530" },
  { PAZ_FORMAT_PHONE, "+55 61 3312 4000 ramal 12", TRUE, "tel:+556133124000" },
  { PAZ_FORMAT_PHONE, "call me", FALSE, NULL },
  { PAZ_FORMAT_ZONE, "America/Lima", TRUE, NULL },
  { PAZ_FORMAT_ZONE, "Lima", FALSE, NULL },
  { PAZ_FORMAT_CURRENCY, "PEN", TRUE, NULL },
  { PAZ_FORMAT_CURRENCY, "soles", FALSE, NULL },
  { PAZ_FORMAT_NONE, "anything", TRUE, NULL },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autofree char *uri = paz_format_dup_uri (c->format, c->text);

      g_test_message ("%s", c->text);
      g_assert_cmpint (paz_format_check (c->format, c->text) == NULL, ==, c->good);
      g_assert_cmpstr (uri, ==, c->uri);
    }
}

static void
test_nothing (void)
{
  for (PazTextFormat format = PAZ_FORMAT_NONE; format <= PAZ_FORMAT_CURRENCY; format++)
    {
      g_assert_null (paz_format_check (format, NULL));
      g_assert_null (paz_format_check (format, ""));
      g_assert_null (paz_format_dup_uri (format, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/cases", test_cases);
  g_test_add_func ("/format/nothing", test_nothing);

  return g_test_run ();
}
