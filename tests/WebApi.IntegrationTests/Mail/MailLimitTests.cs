using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>How many mails an address gets, and which ones.</summary>
public sealed class MailLimitTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R251")]
    public async Task At_most_12_an_hour_reach_an_address_and_strangers_leave_four_for_notices()
    {
        var address = NewAddress();
        await AddAsync(20, () => MailApi.Reset(address));
        await AddAsync(20, () => new CleanApi.Application.Access.AlreadyRegisteredMail(Domain.Users.EmailAddress.Parse(address), new MailLink("https://a.test"), new MailLink("https://b.test")));
        (await CountAsync(address, "Set another password", "You have an account")).Should().Equal(3, 5);

        await AddAsync(20, () => MailApi.Notice(address));

        (await CountAsync(address, "Set another password", "You have an account", "Something has happened")).Should().Equal(3, 5, 4);
        (await api.MailsAsync(address)).Should().HaveCount(12);
    }

    [Fact]
    [Trait("Requirement", "R251")]
    public async Task Mails_at_the_same_time_do_not_exceed_it()
    {
        var address = NewAddress();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => api.AddAsync(MailApi.Notice(address))));

        (await api.MailsAsync(address)).Should().HaveCount(12);
    }

    [Fact]
    public async Task The_hour_slides()
    {
        var address = NewAddress();
        await AddAsync(2, () => MailApi.Reset(address));
        api.Clock.Advance(TimeSpan.FromMinutes(40));
        await AddAsync(5, () => MailApi.Reset(address));
        (await CountAsync(address, "Set another")).Should().Equal(3);

        api.Clock.Advance(TimeSpan.FromMinutes(21));
        await AddAsync(5, () => MailApi.Reset(address));

        (await CountAsync(address, "Set another")).Should().Equal(5);
    }

    [Fact]
    public async Task What_is_rolled_back_takes_no_place_and_other_addresses_have_their_own()
    {
        var address = NewAddress();
        for (var number = 0; number < 5; number++)
        {
            var failing = () => api.AddFailingAsync(MailApi.Reset(address));
            await failing.Should().ThrowAsync<InvalidOperationException>();
        }

        await AddAsync(3, () => MailApi.Reset(address));
        await AddAsync(1, () => MailApi.Reset($"o{address}"));

        (await CountAsync(address, "Set another")).Should().Equal(3);
        (await CountAsync($"o{address}", "Set another")).Should().Equal(1);
    }

    [Fact]
    public async Task Beyond_it_some_mails_refuse_their_command()
    {
        var address = NewAddress();
        for (var number = 0; number < 5; number++)
        {
            await api.AddAsync(MailApi.Invitation(address));
        }

        var sixth = () => api.AddAsync(MailApi.Invitation(address));

        (await sixth.Should().ThrowAsync<RateLimitError>()).Which.RetryAfter.Should().Be(TimeSpan.FromHours(1));
        (await api.MailsAsync(address)).Should().HaveCount(5);
    }

    [Fact]
    [Trait("Requirement", "R183")]
    public async Task What_is_dropped_is_logged_without_the_address_which_is_not_in_the_database_either()
    {
        var address = NewAddress();
        await AddAsync(4, () => MailApi.Reset(address));

        api.Logs.Lines.Should().Contain(line => line.Message.Contains("Mail reset-password is not sent", StringComparison.Ordinal))
            .And.NotContain(line => line.Message.Contains(address, StringComparison.Ordinal));
        (await api.ScalarAsync<string>("select string_agg(recipient::text || encode(address_hash, 'escape'), '') from mail.recipients recipient")).Should().NotContain("mail.test");
    }

    private static string NewAddress() => $"l{Guid.NewGuid():N}@mail.test";

    private async Task AddAsync(int count, Func<MailMessage> mail)
    {
        for (var number = 0; number < count; number++)
        {
            await api.AddAsync(mail());
        }
    }

    private async Task<IEnumerable<int>> CountAsync(string address, params string[] subjects)
    {
        var mails = await api.MailsAsync(address);
        return subjects.Select(subject => mails.Count(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));
    }
}
