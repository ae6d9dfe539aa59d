using System.Reflection;
using CleanApi.Application.Common.Mail;
using CleanApi.Architecture.Tests.Support;
using CleanApi.Infrastructure.Mail;

namespace CleanApi.Architecture.Tests.Requests;

/// <summary>Each kind of mail has its templates, and they show all that it carries and nothing else.</summary>
public sealed class MailTests
{
    public static TheoryData<Type> Mails => [.. Code.Application.GetTypes().Where(type => type.IsSubclassOf(typeof(MailMessage)))];

    [Theory]
    [MemberData(nameof(Mails))]
    [Trait("Requirement", "R237")]
    public void A_mail_has_a_text_and_a_page_that_show_what_it_carries(Type mail)
    {
        var name = MailTemplateName.Of(mail);
        var values = MailValues.Names(mail).ToDictionary(value => value, value => $"[{value}]", StringComparer.Ordinal);

        var rendered = MailTemplates.Render(name, values);

        rendered.Subject.Should().NotBeEmpty();
        foreach (var file in new[] { $"{name}.txt", $"{name}.html" })
        {
            MailTemplates.Placeholders(file).Except(values.Keys).Should().BeEmpty($"{file} shows what {mail.Name} does not carry");
            values.Keys.Except(["to"]).Except(MailTemplates.Placeholders(file)).Should().BeEmpty($"{file} leaves out what {mail.Name} carries");
        }
    }

    [Theory]
    [MemberData(nameof(Mails))]
    [Trait("Requirement", "R251")]
    public void What_a_person_may_have_chosen_stands_apart_and_never_in_the_subject(Type mail)
    {
        var name = MailTemplateName.Of(mail);
        var (text, html) = (MailTemplates.Read($"{name}.txt"), MailTemplates.Read($"{name}.html"));
        foreach (var value in MailValues.Of(mail).Where(MailValues.IsForeign).Select(MailValues.Name))
        {
            Apart(text, html, value).Should().BeTrue($"{name} shows {value} on a line of its own in the text and in a blockquote on the page, and nowhere else");
        }
    }

    [Theory]
    [InlineData("Subject: {{name}} says hello\r\n\r\n    {{name}}\r\n", "<blockquote>{{name}}</blockquote>")]
    [InlineData("Subject: Hello\r\n\r\nHello {{name}},\r\n", "<blockquote>{{name}}</blockquote>")]
    [InlineData("Subject: Hello\r\n\r\n    {{name}}\r\n", "<p>Hello {{name}}</p>")]
    public void A_name_in_a_sentence_is_found(string text, string html) => Apart(text, html, "name").Should().BeFalse();

    [Theory]
    [MemberData(nameof(Mails))]
    [Trait("Requirement", "R251")]
    public void A_mail_says_what_it_counts_as(Type mail) =>
        mail.IsDefined(typeof(MailLimitAttribute), inherit: false).Should().BeTrue($"{mail.Name} needs [MailLimit]");

    [Fact]
    [Trait("Requirement", "R251")]
    public void A_notice_of_what_is_added_or_weakened_refuses_its_command_and_no_other_does()
    {
        string[] refusing = ["ApiKeyCreatedMail", "EmailChangedMail", "EmailRestoredMail", "FactorChangedMail", "IdentityLinkedMail", "PasskeyAddedMail", "WebhookAddressMail"];
        // What takes a way in away, or has been proved by a link of its own: refusing it would protect whoever filled the hour.
        string[] dropped =
        [
            "IdentityUnlinkedMail", "OrganizationLeftMail", "PasskeyRemovedMail", "PasswordChangedMail", "SecurityNoticeMail", "SessionEndedMail",
            "WelcomeMail",
        ];
        var notices = Code.Application.GetTypes().Where(type => type.GetCustomAttribute<MailLimitAttribute>() is { Quota: MailQuota.Notices }).ToList();

        notices.Where(RefusesCommand).Select(type => type.Name).Should().BeEquivalentTo(refusing);
        notices.Where(type => !RefusesCommand(type)).Select(type => type.Name).Should().BeEquivalentTo(dropped);
    }

    [Fact]
    public void Words_of_our_own_say_whose_they_are() =>
        Code.Application.GetTypes().Where(type => type.IsSubclassOf(typeof(MailMessage))).SelectMany(MailValues.Of)
            .Select(property => property.GetCustomAttribute<OwnWordsAttribute>()).OfType<OwnWordsAttribute>()
            .Should().OnlyContain(own => own.Reason.Length > 0);

    [Fact]
    [Trait("Requirement", "R237")]
    public void Every_template_belongs_to_a_mail() =>
        Repository.Files("*.*", "src/Infrastructure/Mail/Templates").Select(Path.GetFileNameWithoutExtension).Distinct().Except(["layout"])
            .Except(Code.Application.GetTypes().Where(type => type.IsSubclassOf(typeof(MailMessage))).Select(MailTemplateName.Of)).Should().BeEmpty();

    private static bool RefusesCommand(Type mail) => mail.GetCustomAttribute<MailLimitAttribute>()!.RefusesCommand;

    private static bool Apart(string text, string html, string value)
    {
        var shown = $"{{{{{value}}}}}";
        return text.Split("\r\n").Where(line => line.Contains(shown, StringComparison.Ordinal)).All(line => line == $"    {shown}")
            && !html.Replace($"<blockquote>{shown}</blockquote>", "", StringComparison.Ordinal).Contains(shown, StringComparison.Ordinal);
    }
}
