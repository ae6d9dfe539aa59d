using CleanApi.Infrastructure.Mail;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>While the mail server is down, the circuit breaker holds mails back; only what was tried counts as an attempt.</summary>
public sealed class SmtpOutageTests(SmtpOutageApi api) : IClassFixture<SmtpOutageApi>
{
    private const string BrokenCircuit = "BrokenCircuitException%";
    private const string Refused = "SocketException%";

    [Fact]
    [Trait("Requirement", "R210")]
    public async Task A_mail_is_not_given_up_by_an_attempt_that_the_open_circuit_prevented()
    {
        // Five failures open the circuit, and several mails are under way at once.
        for (var i = 0; i < 20; i++)
        {
            await api.AddAsync(MailApi.Invitation($"outage{i}@mail.test"));
        }

        await Probe.UntilAsync("the circuit is open", () => ExistsAsync($"last_error like '{BrokenCircuit}'"));
        var id = await api.ScalarAsync<Guid>($"select id from mail.messages where last_error like '{BrokenCircuit}' limit 1");
        (await AttemptsAsync(id)).Should().Be(0);

        // As if it had been tried until one attempt is left, and were due now.
        await api.ExecuteAsync(
            $"update mail.messages set attempts = {MailSender.MaxAttempts - 1}, due_at = created_at, lease_token = null, last_error = null where id = '{id}'");
        // In one statement: the circuit may let the next attempt through at any time.
        await Probe.UntilAsync("it was held back, and so not tried", () => ExistsAsync(
            $"id = '{id}' and last_error like '{BrokenCircuit}' and failed_at is null and encrypted_content is not null and attempts = {MailSender.MaxAttempts - 1}"));

        await Probe.UntilAsync("the server is asked again, in vain", async () =>
        {
            api.Clock.Advance(TimeSpan.FromHours(1));
            await api.Sender.RunOnceAsync(CancellationToken.None);
            return await ExistsAsync($"id = '{id}' and failed_at is not null");
        });
        (await ExistsAsync($"id = '{id}' and last_error like '{Refused}'")).Should().BeTrue("the last attempt was a real one");
        // More than that, where the clock's jump ended the lease of an attempt that was under way.
        (await AttemptsAsync(id)).Should().BeGreaterThanOrEqualTo(MailSender.MaxAttempts);
    }

    private Task<int> AttemptsAsync(Guid id) => api.ScalarAsync<int>($"select attempts from mail.messages where id = '{id}'");

    private Task<bool> ExistsAsync(string condition) => api.ScalarAsync<bool>($"select exists (select from mail.messages where {condition})");
}
