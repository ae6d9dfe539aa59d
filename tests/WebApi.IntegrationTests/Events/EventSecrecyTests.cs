using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>What an organization cannot learn from its places in the log: how much others do.</summary>
public sealed class EventSecrecyTests(EventsApi api) : IClassFixture<EventsApi>
{
    [Fact]
    [Trait("Requirement", "R259")]
    public async Task No_place_and_no_cursor_tells_a_position()
    {
        await using var stream = await api.FollowAsync(ApiFixture.Admin, "?type=webhook_endpoint.*");
        await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint.created.v1");
        var id = await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint.created.v1");
        await stream.IdsAsync(2);
        var page = await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?type=webhook_endpoint.*&limit=1");
        page.Ids.Should().Equal(id);
        var position = await api.ScalarAsync<long>("select max(position) from events.outbox_events where name = 'webhook_endpoint.created.v1'");
        var number = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, position);

        foreach (var told in new[] { stream.LastId!, page.Text("meta.nextCursor")!, page.Text("meta.after")! })
        {
            var bytes = Base64Url.DecodeFromChars(told);
            bytes.AsSpan().IndexOf(number).Should().Be(-1);
            bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(position.ToString(CultureInfo.InvariantCulture))).Should().Be(-1, $"{position} is in {told}");
        }

        (await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?type=webhook_endpoint.*&limit=1&cursor={page.Text("meta.nextCursor")}")).Ids.Should().ContainSingle().Which.Should().NotBe(id);
    }

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task A_place_is_of_one_organization_and_a_damaged_one_is_no_error_of_ours()
    {
        await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint.deleted.v1");
        await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint.deleted.v1");
        var page = await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?limit=1");
        var (place, cursor) = (page.Text("meta.after")!, page.Text("meta.nextCursor")!);

        foreach (var (email, query, error) in new[]
                 {
                     (ApiFixture.OtherAdmin, $"after={place}", "after INVALID_CURSOR"),
                     (ApiFixture.OtherAdmin, $"limit=1&cursor={cursor}", "cursor INVALID_CURSOR"),
                     (ApiFixture.Admin, $"after={Damaged(place)}", "after INVALID_CURSOR"),
                     (ApiFixture.Admin, $"limit=1&cursor={Damaged(cursor)}", "cursor INVALID_CURSOR"),
                     (ApiFixture.Admin, "limit=1&cursor=AQ", "cursor INVALID_CURSOR"),
                     (ApiFixture.Admin, "limit=1&cursor=!", "cursor INVALID_CURSOR"),
                 })
        {
            (await api.SendAsync(email, "GET", $"{EventsApi.Log}?{query}")).Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal(error);
        }

        (await api.SendAsync(ApiFixture.OtherAdmin, "GET", $"{EventsApi.Stream}?after={place}")).Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal("after INVALID_CURSOR");
        api.Logs.Lines.Should().NotContain(line => line.Level >= LogLevel.Error);
    }

    // Another bit of the ciphertext: the last character may have bits that are not read.
    private static string Damaged(string text) => text[..20] + (text[20] == 'A' ? 'B' : 'A') + text[21..];
}
