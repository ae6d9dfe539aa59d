using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Derives the field from a constraint's name, which follows PostgreSQL's convention <c>{table}_{column}_key</c>.</summary>
internal static class ConstraintFields
{
    private const string Unknown = "value";

    private static readonly string[] Suffixes = ["_key", "_idx", "_unique", "_live"];

    // Constraints within a tenant start with the tenant's column.
    private static readonly string[] Tenant = ["organization_id_", "account_id_"];

    /// <summary>Returns the field in camel case; <c>id</c> for a primary key, <c>value</c> when the name does not tell.</summary>
    public static string Of(PostgresException violation)
    {
        if (!string.IsNullOrEmpty(violation.ColumnName))
        {
            return CamelCase(violation.ColumnName);
        }

        var name = violation.ConstraintName ?? "";
        if (name.EndsWith("_pkey", StringComparison.Ordinal))
        {
            return "id";
        }

        foreach (var suffix in Suffixes)
        {
            name = name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
        }

        if (name.Length == 0 || string.Equals(name, violation.TableName, StringComparison.Ordinal))
        {
            return Unknown;
        }

        foreach (var prefix in Tenant.Prepend($"{violation.TableName}_"))
        {
            name = name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
        }

        return CamelCase(name);
    }

    private static string CamelCase(string snake) =>
        string.Concat(snake.Split('_', StringSplitOptions.RemoveEmptyEntries)
            .Select((part, index) => index == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
