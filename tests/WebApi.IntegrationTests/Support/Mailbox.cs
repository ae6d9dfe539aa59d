using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>The mails in the API's directory.</summary>
internal sealed class Mailbox(ApiFixture api)
{
    // As they come: the clock stands still, and mails of one moment are sent in any order.
    private readonly List<ReceivedMail> arrived = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Waits for the nth mail to an address whose subject contains a text.</summary>
    public async Task<ReceivedMail> WaitAsync(string address, string subject, int number)
    {
        ReceivedMail? found = null;
        await Probe.UntilAsync($"mail {number} with \"{subject}\" to {address}", () =>
        {
            found = Read(address).Where(mail => mail.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase)).ElementAtOrDefault(number - 1);
            return found is not null;
        });
        return found!;
    }

    /// <summary>Returns all mails to an address as they came, once the queues are empty.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> AllAsync(string address)
    {
        await Probe.UntilAsync("all mails are sent", async () => await api.ScalarAsync<long>("select count(*) from events.outbox_deliveries where dead_at is null and handler in ('invitations.send-mail', 'access.send-welcome-mail')") == 0
            && await api.ScalarAsync<long>("select count(*) from mail.messages where failed_at is null") == 0);
        return Read(address);
    }

    private ReceivedMail[] Read(string address)
    {
        lock (arrived)
        {
            if (Directory.Exists(api.MailDirectory))
            {
                arrived.AddRange(Directory.EnumerateFiles(api.MailDirectory, "*.eml").Where(seen.Add).Order(StringComparer.Ordinal).Select(File.ReadAllText).Select(ReceivedMail.Parse));
            }

            return [.. arrived.Where(mail => string.Equals(mail.To, address, StringComparison.OrdinalIgnoreCase))];
        }
    }
}
