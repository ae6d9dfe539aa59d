using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Broker;

/// <summary>Events that go to RabbitMQ.</summary>
public sealed class BrokerTests(BrokerApi api) : IClassFixture<BrokerApi>
{
    [Fact]
    public async Task An_event_arrives_under_its_name_as_a_CloudEvent()
    {
        await using var queue = await BoundQueue.OpenAsync(api.Server.Uri, "posts", "post.created.*");
        var title = $"T{Guid.NewGuid():N}";
        var author = await api.UserIdAsync(ApiFixture.Admin);
        var post = (await api.SendAsync(ApiFixture.Admin, "POST", $"/api/v1/users/{author}/posts", new { title })).Expect(HttpStatusCode.Created).Text("data.id");

        var (key, properties, one) = (await queue.TakeAsync(1))[0];

        (key, properties.ContentType, properties.Persistent).Should().Be(("post.created.v1", "application/cloudevents+json; charset=utf-8", true));
        (one.Text("specversion"), one.Text("type"), one.Text("subject"), one.Text("source")).Should().Be(("1.0", "post.created.v1", post, ApiFactory.Issuer));
        one.Text("id").Should().StartWith("evt_").And.Be(properties.MessageId);
        one.Text("organization").Should().StartWith("org_");
        one.Text("data.title").Should().Be(title);
        one.Text("datacontenttype").Should().Be("application/json");
    }

    [Fact]
    public async Task Events_of_one_subject_arrive_in_their_order()
    {
        await using var queue = await BoundQueue.OpenAsync(api.Server.Uri, "users", "user.#");
        var person = await api.InviteAsync(name: "Name 0");
        var names = Enumerable.Range(1, 5).Select(number => $"Name {number}").ToList();
        foreach (var name in names)
        {
            (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { name })).Expect(HttpStatusCode.OK);
        }

        var versions = (await queue.TakeAsync(6)).Where(message => message.CloudEvent.Text("subject") == person.Id).Select(message => message.CloudEvent.Text("subjectversion"));
        versions.Should().Equal("1.0", "2.0", "3.0", "4.0", "5.0", "6.0");
    }
}
