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

    [Fact]
    [Trait("Requirement", "R237")]
    public void Every_template_belongs_to_a_mail() =>
        Repository.Files("*.*", "src/Infrastructure/Mail/Templates").Select(Path.GetFileNameWithoutExtension).Distinct().Except(["layout"])
            .Except(Code.Application.GetTypes().Where(type => type.IsSubclassOf(typeof(MailMessage))).Select(MailTemplateName.Of)).Should().BeEmpty();
}
