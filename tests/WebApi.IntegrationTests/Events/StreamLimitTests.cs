using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>How many streams there are at a time.</summary>
public sealed class StreamLimitTests(FewStreamsApi api) : IClassFixture<FewStreamsApi>
{
    [Fact]
    public async Task An_organization_has_as_many_as_it_may_and_so_has_an_instance()
    {
        await using var first = await api.FollowAsync(ApiFixture.Admin);
        await using var second = await api.FollowAsync(ApiFixture.Admin);
        (await api.SendAsync(ApiFixture.Admin, "GET", EventsApi.Stream)).Expect(HttpStatusCode.TooManyRequests).Headers.Should().ContainKey("Retry-After");
        await using (await api.FollowAsync(ApiFixture.OtherAdmin))
        {
            (await api.SendAsync(ApiFixture.OtherAdmin, "GET", EventsApi.Stream)).Expect(HttpStatusCode.ServiceUnavailable).Headers.Should().ContainKey("Retry-After");
        }
    }
}
