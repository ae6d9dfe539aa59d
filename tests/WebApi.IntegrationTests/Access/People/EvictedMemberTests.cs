using System.Net;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Access.People;

/// <summary>Nobody stays in an organization by opening sessions in it faster than an administrator ends them.</summary>
public sealed class EvictedMemberTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    [Theory]
    [InlineData("/deactivate")]
    [InlineData("")]
    [Trait("Requirement", "R246")]
    public async Task Whoever_switches_all_the_time_is_thrown_out_at_the_first_try(string action)
    {
        var (email, first, second, secondAdmin) = await api.MemberOfTwoAsync();
        using var here = await api.SignedInAsync(email, first);
        using var there = await api.SignedInAsync(email, second);
        var id = (await there.JsonAsync("/api/v1/me")).Text("data.id");
        using var administrator = await api.SignedInAsync(secondAdmin);
        await using var busy = await BusyCaller.StartAsync(12, async _ =>
        {
            using var response = await here.PostJsonAsync("/api/auth/switch-organization", new { organizationId = second });
            return await Answer.OfAsync(response);
        });

        using var evicted = action.Length == 0
            ? await administrator.DeleteAsync($"/api/v1/users/{id}")
            : await administrator.PostAsync($"/api/v1/users/{id}{action}", null);

        evicted.IsSuccessStatusCode.Should().BeTrue(await evicted.Content.ReadAsStringAsync());
        using var refused = await here.PostJsonAsync("/api/auth/switch-organization", new { organizationId = second });
        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await api.ScalarAsync<long>(
            $"""
            select count(*) from access.sessions session join users.users person on person.id = session.user_id
            where session.revoked_at is null and person.email = '{email}' and session.organization_id = person.organization_id
              and (person.status = 'DEACTIVATED' or person.deleted_at is not null)
            """)).Should().Be(0);
    }
}
