using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CleanApi.Infrastructure.Persistence.Migrations;

[DbContext(typeof(CleanApiDbContext))]
[Migration("0013_api_keys")]
internal sealed class Migration0013ApiKeys : SqlMigration;
