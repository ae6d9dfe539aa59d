using System.Collections.Frozen;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using Npgsql;

namespace CleanApi.Infrastructure.Access;

/// <summary>The caller that a key's row describes, without the role.</summary>
/// <param name="Hash">SHA-256 of the key.</param>
/// <param name="Caller">The caller, with the lowest role.</param>
/// <param name="ExpiresAt">Null: never.</param>
/// <param name="IsRevoked">Whether it was revoked.</param>
internal sealed record ApiKeyRow(string Hash, ApiKeyCaller Caller, DateTimeOffset? ExpiresAt, bool IsRevoked)
{
    // Sent as one batch: the first statement sets what row-level security requires to see the row, the presented hash or the tenant.
    private const string ByHash =
        """
        select set_config('app.api_key_hash', @hash, true);
        select hash, id, organization_id, user_id, mode, scopes, rate_limit_per_minute, stamp, expires_at, revoked_at is not null
        from access.api_keys where hash = @hash
        """;

    private const string ById =
        """
        select set_config('app.organization_id', @organization, true);
        select hash, id, organization_id, user_id, mode, scopes, rate_limit_per_minute, stamp, expires_at, revoked_at is not null
        from access.api_keys where id = @id
        """;

    /// <summary>Keeps the hash out of logs.</summary>
    public override string ToString() => nameof(ApiKeyRow);

    /// <summary>Returns the key with this hash; null when there is none.</summary>
    public static Task<ApiKeyRow?> FindAsync(NpgsqlDataSource database, string hash, CancellationToken cancellationToken) =>
        ReadAsync(database, ByHash, cancellationToken, new NpgsqlParameter<string>("hash", hash));

    /// <summary>Returns the organization's key with this id; null when there is none.</summary>
    public static Task<ApiKeyRow?> FindAsync(NpgsqlDataSource database, OrganizationId organization, ApiKeyId id, CancellationToken cancellationToken) =>
        ReadAsync(
            database, ById, cancellationToken,
            new NpgsqlParameter<string>("organization", organization.Value.ToString()), new NpgsqlParameter<Guid>("id", id.Value));

    private static async Task<ApiKeyRow?> ReadAsync(
        NpgsqlDataSource database, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    private static ApiKeyRow Read(NpgsqlDataReader reader)
    {
        // The lowest role until the owner's is known.
        var caller = new ApiKeyCaller(
            new UserId(reader.GetGuid(3)),
            new OrganizationId(reader.GetGuid(2)),
            UserRole.Viewer,
            new ApiKeyId(reader.GetGuid(1)),
            reader.GetInt32(7),
            reader.GetString(4) == "TEST" ? ApiKeyMode.Test : ApiKeyMode.Live,
            ApiKeyConfiguration.ReadScopes(reader.GetString(5)).ToFrozenSet(StringComparer.Ordinal),
            reader.IsDBNull(6) ? null : reader.GetInt32(6));
        return new ApiKeyRow(reader.GetString(0), caller, reader.IsDBNull(8) ? null : reader.GetFieldValue<DateTimeOffset>(8), reader.GetBoolean(9));
    }
}
