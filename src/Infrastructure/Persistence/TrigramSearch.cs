using CleanApi.Application.Common.Validation;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>
/// Row-level security evaluates its policy before any function that is not leakproof, and PostgreSQL does not declare LIKE leakproof, so no trigram index would
/// be used. LIKE on text reveals nothing except that its pattern ends in an escape character; a superuser can declare it leakproof.
/// </summary>
internal static class TrigramSearch
{
    /// <summary>What an operator is told where LIKE is not declared leakproof.</summary>
    public const string NotIndexed =
        "Searches read all users of the organization instead of the index, because LIKE is not declared leakproof. As a superuser: alter function pg_catalog.textlike(text, text) leakproof";

    /// <summary>Translates <see cref="SearchText.IsIn"/> to a LIKE whose pattern the database makes, by folding the search as it folded the column.</summary>
    public static void Map(ModelBuilder model) => model.HasDbFunction(typeof(SearchText).GetMethod(nameof(SearchText.IsIn))!).HasTranslation(arguments =>
        new LikeExpression(
            arguments[0],
            new SqlFunctionExpression(
                "app", "search_pattern", [arguments[1]], nullable: true, argumentsPropagateNullability: [true], typeof(string), arguments[0].TypeMapping),
            escapeChar: null,
            new BoolTypeMapping("boolean", DbType.Boolean)));

    /// <summary>Declares LIKE leakproof if the owner is a superuser; otherwise a search scans the tenant's rows (docs/guides give the DBA's command).</summary>
    public static async Task MarkLikeLeakproofAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            do $$ begin
              if (select rolsuper from pg_roles where rolname = current_user)
                and not (select proleakproof from pg_proc where oid = 'pg_catalog.textlike(text,text)'::regprocedure) then
                alter function pg_catalog.textlike(text, text) leakproof;
              end if;
            end $$
            """,
            owner);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
