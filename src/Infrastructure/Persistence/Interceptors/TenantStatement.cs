using System.Data.Common;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence.Interceptors;

/// <summary>
/// The statement that precedes others in the same batch. It sets the tenant for row-level security, for this transaction only, if the caller's session or key
/// is valid: not revoked, not expired, and with the stamp that the credential carries. If it returns no row, the statements after it see no data.
/// </summary>
internal static class TenantStatement
{
    private const string User =
        """
        select set_config('app.organization_id', @tenant_organization, true) from access.sessions
        where id = @tenant_session and stamp = @tenant_stamp and revoked_at is null and expires_at > @tenant_now;

        """;

    // A function, because the tenant's policy hides the key itself.
    private const string ApiKey =
        """
        select app.enter_api_key(@tenant_organization::uuid, @tenant_key, @tenant_stamp);

        """;

    private const string System =
        """
        select set_config('app.organization_id', @tenant_organization, true);

        """;

    // No tenant, and of all organizations what the operator sees of them.
    private const string Operator =
        """
        select set_config('app.organization_id', '', true), set_config('app.operates_platform', 'on', true);

        """;

    // Ends a tenant before its transaction ends.
    private const string Reset =
        """
        select set_config('app.organization_id', '', true);

        """;

    /// <summary>Returns the statement for a caller and adds its parameters to the command.</summary>
    /// <param name="caller">The caller; a <see cref="SystemCaller"/> is not checked. Null: no tenant from here on.</param>
    /// <param name="command">The command that receives the parameters.</param>
    /// <param name="now">The time that a session's expiry is compared with.</param>
    public static string For(Caller? caller, DbCommand command, DateTimeOffset now) => caller is null ? Reset : caller.Match(
        (command.Parameters, now),
        static (user, state) =>
        {
            AddOrganization(state.Parameters, user.OrganizationId);
            state.Parameters.Add(new NpgsqlParameter<Guid>("tenant_session", user.SessionId.Value));
            state.Parameters.Add(new NpgsqlParameter<int>("tenant_stamp", user.SecurityStamp));
            state.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("tenant_now", state.now));
            return User;
        },
        static (key, state) =>
        {
            AddOrganization(state.Parameters, key.OrganizationId);
            state.Parameters.Add(new NpgsqlParameter<Guid>("tenant_key", key.ApiKeyId.Value));
            state.Parameters.Add(new NpgsqlParameter<int>("tenant_stamp", key.SecurityStamp));
            return ApiKey;
        },
        static (system, state) =>
        {
            if (system.OperatesPlatform)
            {
                return Operator;
            }

            AddOrganization(state.Parameters, system.OrganizationId);
            return System;
        });

    private static void AddOrganization(DbParameterCollection parameters, OrganizationId organization) =>
        parameters.Add(new NpgsqlParameter<string>("tenant_organization", organization.Value.ToString()));
}
