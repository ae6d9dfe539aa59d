using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>Statements that return no rows run in the caller's tenant, and leave it known, whoever ran before in their transaction.</summary>
[Trait("Requirement", "R7")]
public sealed class NonQueryTenancyTests(PersistenceFixture fixture) : IClassFixture<PersistenceFixture>
{
    private SystemCaller Bob => new(fixture.Bob.OrganizationId);

    [Fact]
    public async Task An_anonymous_caller_reads_nothing_after_an_update_as_another()
    {
        await using var scope = fixture.As(null);
        var context = scope.ServiceProvider.GetRequiredService<ICallerContext>();
        await PersistenceFixture.CommitAsync(scope, async db =>
        {
            (await context.RunAsAsync(Bob, () => UpdateAsync(db, fixture.Bob))).Should().Be(1);
            (await SeenAsync(db)).Should().BeEmpty();
            return true;
        });
    }

    [Fact]
    public async Task An_update_of_the_outer_caller_is_followed_by_statements_of_the_inner_one()
    {
        await using var scope = fixture.As(fixture.Ada);
        var context = scope.ServiceProvider.GetRequiredService<ICallerContext>();
        await PersistenceFixture.CommitAsync(scope, async db =>
        {
            (await context.RunAsAsync(Bob, () => SeenAsync(db))).Should().Equal(fixture.Bob.OrganizationId);
            (await UpdateAsync(db, fixture.Ada)).Should().Be(1);
            (await context.RunAsAsync(Bob, () => UpdateAsync(db, fixture.Bob))).Should().Be(1);
            (await UpdateAsync(db, fixture.Bob)).Should().Be(0);
            return true;
        });
    }

    [Fact]
    public async Task An_update_without_a_valid_session_is_rejected_and_not_made_as_whoever_ran_before()
    {
        await using var scope = fixture.As(null);
        var context = (TenantContext)scope.ServiceProvider.GetRequiredService<ICallerContext>();
        context.SignedIn = new UserCaller(fixture.Ada.Id, fixture.Ada.OrganizationId, UserRole.Admin, TypeId.New<SessionId>(DateTimeOffset.UtcNow), 1);
        var updated = -1;
        var update = () => PersistenceFixture.CommitAsync(scope, async db =>
        {
            await context.RunAsAsync(Bob, () => SeenAsync(db));
            return updated = await UpdateAsync(db, fixture.Bob);
        });
        await update.Should().ThrowAsync<AuthenticationError>();
        updated.Should().Be(-1);
    }

    [Fact]
    public void Nothing_but_the_waiting_differs_without_async()
    {
        using var scope = fixture.As(fixture.Ada);
        var db = scope.ServiceProvider.GetRequiredService<CleanApiDbContext>();
        using var transaction = db.Database.BeginTransaction();
        db.Database.ExecuteSql($"update users.users set bio = 'written' where id = {fixture.Ada.Id.Value}").Should().Be(1);
        db.Database.ExecuteSql($"update users.users set bio = 'written' where id = {fixture.Bob.Id.Value}").Should().Be(0);
    }

    private static Task<int> UpdateAsync(CleanApiDbContext db, User user) =>
        db.Database.ExecuteSqlAsync($"update users.users set bio = 'written' where id = {user.Id.Value}");

    private static Task<List<OrganizationId>> SeenAsync(CleanApiDbContext db) =>
        db.Set<User>().IgnoreQueryFilters().Select(user => user.OrganizationId).Distinct().ToListAsync();
}
