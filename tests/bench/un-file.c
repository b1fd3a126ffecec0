#include "un-file.h"

#include "base/paz-catalogue.h"
#include "base/paz-country.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define N_COUNTRIES 139

/* The 37 missions of the real file (DOMAIN.md 3.3). */
static const char * const missions[] = {
  "BINUB", "BINUH", "BNUB", "MINUJUSTH", "MINURCAT", "MINURSO", "MINUSCA", "MINUSMA", "MINUSTAH",
  "MONUC", "MONUSCO", "UNAMA", "UNAMI", "UNAMID", "UNDOF", "UNFICYP", "UNIFIL", "UNIOGBIS", "UNISFA",
  "UNITAMS", "UNMC", "UNMHA", "UNMIK", "UNMIL", "UNMIN", "UNMIS", "UNMISS", "UNMIT", "UNMOGIP",
  "UNOCI", "UNOWAS", "UNSMIL", "UNSMIS", "UNSOM", "UNSOS", "UNTSO", "UNVMC",
};
static const char * const types[] = {
  "Troops", "Staff Officer", "Experts on Mission", "Individual Police", "Formed Police Units",
};

typedef struct
{
  FILE         *file;
  PazCatalogue *catalogue;
  GRand        *random;
  char         *names[N_COUNTRIES];
  int           n;
  int           wanted;
} Generator;

static void
write_row (Generator  *self,
           int         country,
           const char *mission,
           const char *type,
           const char *date)
{
  /* One name in fifty is quoted. */
  const char *quote = g_rand_int_range (self->random, 0, 50) == 0 ? "\"" : "";

  fprintf (self->file, "%d,%s,%s%s%s,%s,%s,%d,%d,%s\r\n", self->n + 1,
           paz_country_get_iso3 (country), quote, self->names[country], quote, mission, type,
           g_rand_int_range (self->random, 0, 90), g_rand_int_range (self->random, 0, 900), date);
  self->n++;
}

static void
write_month (Generator *self,
             guint      month)
{
  GDate last;
  char date[16];

  g_date_set_dmy (&last, 1, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));
  g_date_set_day (&last, g_date_get_days_in_month (g_date_get_month (&last), g_date_get_year (&last)));
  g_date_strftime (date, sizeof date, "%Y-%m-%d", &last);

  for (int country = 0; country < N_COUNTRIES && self->n < self->wanted; country++)
    for (guint mission = 0; mission < G_N_ELEMENTS (missions) && self->n < self->wanted; mission++)
      for (guint type = 0; type < G_N_ELEMENTS (types) && self->n < self->wanted; type++)
        write_row (self, country, missions[mission], types[type], date);
}

char *
un_file_write (const char *folder,
               int         rows)
{
  g_autofree char *path = g_build_filename (folder, "contributions.csv", NULL);
  Generator self = {
    .file = g_fopen (path, "w"),
    .catalogue = paz_catalogue_get (PAZ_LANGUAGE_EN),
    .random = g_rand_new_with_seed (7),
    .wanted = rows,
  };

  if (self.file == NULL)
    g_error ("cannot write %s", path);

  for (int i = 0; i < N_COUNTRIES; i++)
    self.names[i] = paz_catalogue_dup_country (self.catalogue, paz_country_get_iso3 (i));
  fputs ("contribution_id,isocode3,contributing_country,mission_acronym,personnel_type,"
         "female_personnel,male_personnel,last_reporting_date\r\n", self.file);
  for (guint month = 1990 * 12; self.n < self.wanted; month++)
    write_month (&self, month);

  for (int i = 0; i < N_COUNTRIES; i++)
    g_free (self.names[i]);
  g_rand_free (self.random);
  if (fclose (self.file) != 0)
    g_error ("cannot write %s", path);
  return g_steal_pointer (&path);
}
