using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

[Trait("Requirement", "R7")]
public sealed class TenancyTests(PersistenceFixture fixture) : IClassFixture<PersistenceFixture>
{
    [Fact]
    public async Task The_application_role_owns_nothing_and_does_not_bypass_row_level_security()
    {
        await using var command = fixture.Application.CreateCommand(
            "select current_user::text || ' ' || rolsuper || ' ' || rolbypassrls from pg_roles where rolname = current_user");
        (await command.ExecuteScalarAsync()).Should().Be("cleanapi_app false false");
    }

    [Fact]
    public async Task Sql_without_a_tenant_sees_nothing()
    {
        await using var command = fixture.Application.CreateCommand("select (select count(*) from users.users) + (select count(*) from organizations.organizations)");
        (await command.ExecuteScalarAsync()).Should().Be(0L);
    }

    [Fact]
    public async Task A_query_without_the_query_filters_still_sees_only_its_own_tenant()
    {
        await using var scope = fixture.As(fixture.Ada);
        var db = scope.ServiceProvider.GetRequiredService<CleanApiDbContext>();
        var seen = await db.Set<User>().IgnoreQueryFilters().Select(user => user.OrganizationId).Distinct().ToListAsync();
        seen.Should().Equal(fixture.Ada.OrganizationId);
    }

    [Fact]
    public async Task The_tenant_does_not_stay_on_the_pooled_connection()
    {
        for (var i = 0; i < 20; i++)
        {
            await using (var scope = fixture.As(fixture.Ada))
            {
                (await scope.ServiceProvider.GetRequiredService<CleanApiDbContext>().Set<User>().AnyAsync()).Should().BeTrue();
            }

            await using var next = fixture.Application.CreateCommand("select coalesce(current_setting('app.organization_id', true), '')");
            (await next.ExecuteScalarAsync()).Should().Be("");
        }
    }

    [Fact]
    public async Task An_anonymous_caller_sees_nothing()
    {
        await using var scope = fixture.As(null);
        (await scope.ServiceProvider.GetRequiredService<CleanApiDbContext>().Set<User>().IgnoreQueryFilters().AnyAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Work_as_another_caller_ends_with_its_block_in_the_same_transaction(bool isSignedIn)
    {
        await using var scope = fixture.As(isSignedIn ? fixture.Ada : null);
        var context = scope.ServiceProvider.GetRequiredService<ICallerContext>();
        var outer = isSignedIn ? [fixture.Ada.OrganizationId] : Array.Empty<OrganizationId>();

        await PersistenceFixture.CommitAsync(scope, async db =>
        {
            (await SeenAsync(db)).Should().Equal(outer);
            (await context.RunAsAsync(new SystemCaller(fixture.Bob.OrganizationId), () => SeenAsync(db))).Should().Equal(fixture.Bob.OrganizationId);
            (await SeenAsync(db)).Should().Equal(outer);
            // Again, by statements that return no rows.
            await context.RunAsAsync(new SystemCaller(fixture.Bob.OrganizationId), () => SeenAsync(db));
            (await db.Set<User>().IgnoreQueryFilters().Where(user => user.Id == fixture.Bob.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.Bio, "seen")))
                .Should().Be(0);
            return true;
        });
    }

    [Fact]
    public async Task Saving_for_another_tenant_is_rejected_by_the_application()
    {
        await using var scope = fixture.As(fixture.Ada);
        var foreign = User.Create(fixture.Bob.OrganizationId, EmailAddress.Parse("spy@b.test"), "Spy", UserRole.Member, DateTimeOffset.UtcNow);
        var save = () => PersistenceFixture.CommitAsync(scope, async db => await db.AddAsync(foreign));
        await save.Should().ThrowAsync<InvalidOperationException>().WithMessage("*another organization*");
    }

    [Fact]
    public async Task Writing_for_another_tenant_is_rejected_by_the_database()
    {
        await using var connection = await fixture.Application.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """
            select set_config('app.organization_id', @mine, true);
            insert into users.users (id, organization_id, email, name, role, status, version, created_at, updated_at)
            values (gen_random_uuid(), @theirs, 'spy2@b.test', 'Spy', 'MEMBER', 'ACTIVE', 1, now(), now())
            """,
            connection);
        command.Parameters.AddWithValue("mine", fixture.Ada.OrganizationId.Value.ToString());
        command.Parameters.AddWithValue("theirs", fixture.Bob.OrganizationId.Value);
        var write = () => command.ExecuteNonQueryAsync();
        (await write.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_application_cannot_change_the_audit_log()
    {
        await using var command = fixture.Application.CreateCommand("delete from auditing.audit_logs");
        var delete = () => command.ExecuteNonQueryAsync();
        (await delete.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Every_table_with_a_tenant_forces_row_level_security()
    {
        await using var command = fixture.Owner.CreateCommand(
            """
            select coalesce(string_agg(c.oid::regclass::text, ', '), '') from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('access', 'pg_catalog', 'information_schema')
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id')
              and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
            """);
        (await command.ExecuteScalarAsync()).Should().Be("");
    }

    private static Task<List<OrganizationId>> SeenAsync(CleanApiDbContext db) =>
        db.Set<User>().IgnoreQueryFilters().Select(user => user.OrganizationId).Distinct().ToListAsync();
}
