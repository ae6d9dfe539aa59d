using CleanApi.Infrastructure.Mail;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>Of what a stranger writes no mail program makes a link, and people read it as it was written.</summary>
public sealed class UnlinkedTextTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [Trait("Requirement", "R241")]
    [Trait("Requirement", "R251")]
    [InlineData("Verify at paypal.com/login", "paypal.com", "com/login")]
    [InlineData("PAYPAL.COM", "L.C")]
    [InlineData("1and1.7x24.example", "1.7", "4.e")]
    [InlineData("192.0.2.7", "2.0", "0.2", "2.7")]
    [InlineData("http://evil.example/a?b=c&d#e", ":/", "//", "l.e", "e/a")]
    [InlineData("mailto:eve@evil.example", "mailto:e", "e@e")]
    [InlineData("javascript:alert", "t:a")]
    [InlineData("eve@evil", "e@e")]
    [InlineData("evil\u3002example", "l\u3002e")]
    [InlineData("evil\uff0eexample", "l\uff0ee")]
    [InlineData("evil\uff61example", "l\uff61e")]
    [InlineData("evil\u2024example", "l\u2024e")]
    [InlineData("eve\uff20evil\ufe52example", "e\uff20e", "l\ufe52e")]
    [InlineData("http\uff1a\uff0f\uff0fevil", "\uff1a\uff0f", "\uff0f\uff0f", "\uff0fe")]
    [InlineData("b\u00fccher.example", "r.e")]
    [InlineData("xn--bcher-kva.example", "a.e")]
    [InlineData("\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444", "\u0440.\u0440")]
    [InlineData("Call +49 30 1234567 now", "49", "30", "12", "67")]
    [InlineData("(800) 555-0199", "80", "55", "01")]
    [InlineData("\u0660\u0661\u0662\u0663\u0664\u0665\u0666", "\u0660\u0661")]
    public async Task What_programs_recognize_is_broken_in_both_parts_of_a_mail(string name, params string[] broken)
    {
        var address = $"n{Guid.NewGuid():N}@mail.test";
        await api.AddAsync(MailApi.Invitation(address, "Ada", name));

        var mail = await api.MailAsync(address, "invited");

        var (text, html) = (Between(mail.Text, "calls itself:", "The invitation"), Between(System.Net.WebUtility.HtmlDecode(mail.Html), "<blockquote>", "</blockquote>"));
        foreach (var shown in new[] { text, html })
        {
            shown.Replace("\u200b", "", StringComparison.Ordinal).Trim().Should().Be(name);
            shown.Should().NotContainAny(broken);
        }

        mail.Link.Should().Contain("token=");
    }

    [Theory]
    [InlineData("Smith & Sons Ltd. of London")]
    [InlineData("山田 Zo\u00eb O'Neill-P\u00e9rez")]
    [InlineData("Studio 54, 2nd floor")]
    public void What_is_no_link_stays_as_it_is(string name) => UnlinkedText.Of(name).Should().Be(name);

    private static string Between(string text, string from, string to) => text.Split(from, 2)[1].Split(to, 2)[0];
}
