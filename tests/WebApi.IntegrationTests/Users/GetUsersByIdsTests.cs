using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class GetUsersByIdsTests(UsersApi api) : IClassFixture<UsersApi>
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
        (await SendAsync(UserRole.Member, viewer, unknown, admin, foreign, member, deletedId, admin)).Select(user => user?.Email.Value).Should()
            .Equal(ApiFixture.Viewer, null, ApiFixture.Admin, null, ApiFixture.Member, null, ApiFixture.Admin);
        (await SendAsync(UserRole.Member, admin, viewer)).Select(user => user?.Id).Should().Equal(admin, viewer);
        (await SendAsync(UserRole.Member, viewer, admin)).Select(user => user?.Id).Should().Equal(viewer, admin);
        (await SendAsync(UserRole.Member)).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R146")]
    [Trait("Requirement", "R155")]
    public async Task At_most_100_are_read_at_once()
    {
        var ids = Enumerable.Range(0, 101).Select(_ => TypeId.New<UserId>(api.Clock.GetUtcNow())).ToArray();
        (await SendAsync(UserRole.Member, ids[..100])).Should().HaveCount(100).And.OnlyContain(user => user == null);
        var tooMany = () => SendAsync(UserRole.Member, ids);
        (await tooMany.Should().ThrowAsync<ValidationError>()).Which.Details.Should().ContainSingle().Which.Code.Should().Be(FieldCodes.OutOfRange);
    }

    [Fact]
    [Trait("Requirement", "R199")]
    public async Task Who_may_not_read_users_reads_none_this_way()
    {
        var asViewer = () => SendAsync(UserRole.Viewer, default(UserId));
        await asViewer.Should().ThrowAsync<AuthorizationError>();
    }

    private async Task<IReadOnlyList<UserResponse?>> SendAsync(UserRole role, params UserId[] ids)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var organization = await api.ScalarAsync<Guid>($"select organization_id from users.users where email = '{ApiFixture.Member}'");
        scope.ServiceProvider.GetRequiredService<ICallerContext>().Enter(new Caller(await IdAsync(ApiFixture.Member), new OrganizationId(organization), role));
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(new GetUsersByIds(ids));
    }

    private async Task<UserId> IdAsync(string email) => new(await api.UuidAsync(email));
}
