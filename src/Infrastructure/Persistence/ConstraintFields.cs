using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Names the field that a constraint is about, by the constraint's own name: <c>{table}_{column}_key</c>, as PostgreSQL names them.</summary>
internal static class ConstraintFields
{
    private const string Unknown = "value";

    private static readonly string[] Suffixes = ["_key", "_idx", "_unique", "_live"];

    // Every constraint within a tenant starts with the tenant.
    private static readonly string[] Tenant = ["organization_id_", "account_id_"];

    /// <summary>The field, camelCase; <c>id</c> for a primary key, <c>value</c> where the name tells nothing.</summary>
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
