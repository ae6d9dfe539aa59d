using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class ListUsersByIdsTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Fact]
    [Trait("Requirement", "R146")]
    public async Task Users_come_in_the_order_of_their_ids_with_null_for_those_who_are_missing()
    {
        var (admin, member, viewer) = (await IdAsync(ApiFixture.Admin), await IdAsync(ApiFixture.Member), await IdAsync(ApiFixture.Viewer));
        var (foreign, unknown) = (await IdAsync(ApiFixture.OtherAdmin), TypeId.New<UserId>(api.Clock.GetUtcNow()));
        var deleted = await api.InviteAsync();
        var deletedId = new UserId(await api.UuidAsync(deleted.Email));
        await api.SendAsync(ApiFixture.Admin, "DELETE", deleted.Path);
        (await ListAsync(viewer, unknown, admin, foreign, member, deletedId, admin)).Select(user => user?.Email.Value).Should()
            .Equal(ApiFixture.Viewer, null, ApiFixture.Admin, null, ApiFixture.Member, null, ApiFixture.Admin);
        (await ListAsync(admin, viewer)).Select(user => user?.Id).Should().Equal(admin, viewer);
        (await ListAsync(viewer, admin)).Select(user => user?.Id).Should().Equal(viewer, admin);
        (await ListAsync()).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R146")]
    [Trait("Requirement", "R155")]
    public async Task At_most_100_are_read_at_once()
    {
        var ids = Enumerable.Range(0, 101).Select(_ => TypeId.New<UserId>(api.Clock.GetUtcNow())).ToArray();
        (await ListAsync(ids[..100])).Should().HaveCount(100).And.OnlyContain(user => user == null);
        var tooMany = () => ListAsync(ids);
        await tooMany.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    private async Task<IReadOnlyList<UserResponse?>> ListAsync(params UserId[] ids)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var organization = await api.ScalarAsync<Guid>($"select organization_id from users.users where email = '{ApiFixture.Member}'");
        return await scope.ServiceProvider.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(new OrganizationId(organization)),
            () => scope.ServiceProvider.GetRequiredService<IUserDirectory>().ListAsync(ids, CancellationToken.None));
    }

    private async Task<UserId> IdAsync(string email) => new(await api.UuidAsync(email));
}
