using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CleanApi.Infrastructure.Persistence.Migrations;

[DbContext(typeof(CleanApiDbContext))]
[Migration("0010_second_factors")]
internal sealed class Migration0010SecondFactors : SqlMigration;
