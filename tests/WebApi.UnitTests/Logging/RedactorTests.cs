using CleanApi.WebApi.Logging;
using Microsoft.AspNetCore.Http;

namespace CleanApi.WebApi.UnitTests.Logging;

public sealed class RedactorTests
{
    [Theory]
    [Trait("Requirement", "R183")]
    [InlineData("ada@acme.test", "a***@acme.test")]
    [InlineData("mail to ada.lovelace@mail.acme.test, please", "mail to a***@mail.acme.test, please")]
    [InlineData("Bearer abc.def-ghi", "Bearer ***")]
    [InlineData("Basic dXNlcjpwYXNz", "Basic ***")]
    [InlineData("key sk_live_0123456789abcdefghijABCDEFGHIJ-_", "key sk_live_***")]
    [InlineData("sk_test_0123456789", "sk_test_***")]
    [InlineData("rt_0123456789abcdef", "rt_***")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_***")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "***")]
    public void Masks_secrets_and_addresses(string text, string expected) => Redactor.Text(text).Should().Be(expected);

    [Theory]
    [InlineData("curl/8.5.0")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)")]
    [InlineData("start_up part_one")]
    [InlineData("Łódź 東京")]
    public void Leaves_ordinary_text_alone(string text) => Redactor.Text(text).Should().Be(text);

    [Theory]
    [Trait("Requirement", "R183")]
    [InlineData("a\r\nRequest completed req_forged 200", "aRequest completed req_forged 200")]
    [InlineData("a\u001b[31mred", "a[31mred")]
    [InlineData("a\u2028b\u2029c\u0085d\0e", "abcde")]
    [InlineData("a\u202eb\u200fc", "abc")]
    public void Removes_line_breaks_and_control_characters(string text, string expected) => Redactor.Text(text).Should().Be(expected);

    [Fact]
    public void Truncates_long_text() => Redactor.Text(new string('a', 300), 200).Should().Be(new string('a', 200) + "…");

    [Fact]
    public void Counts_bytes_and_keeps_characters_whole() => Redactor.Text("ab😀😀", 9).Should().Be("ab😀…");

    [Fact]
    [Trait("Requirement", "R183")]
    public void Masks_a_secret_that_the_end_would_have_cut() => Redactor.Text($"{new string('a', 190)} sk_live_0123456789abcdef", 201).Should().EndWith(" sk_live_**…");

    [Theory]
    [Trait("Requirement", "R183")]
    [InlineData("?page=2&role=ADMIN", "/p?page=2&role=ADMIN")]
    [InlineData("?access_token=abc&page=2", "/p?access_token=***&page=2")]
    [InlineData("?%74oken=abc", "/p?%74oken=***")]
    [InlineData("?Client-Secret=abc&code=xyz&state=s", "/p?Client-Secret=***&code=***&state=***")]
    [InlineData("?cursor=eyJ2IjoxfQ", "/p?cursor=***")]
    [InlineData("?search=Ada&limit=5", "/p?search=***&limit=5")]
    [InlineData("?q=ada%40acme.test", "/p?q=a***@acme.test")]
    [InlineData("?q=ada@acme.test&x", "/p?q=a***@acme.test&x")]
    [InlineData("?q=a%0d%0ab", "/p?q=ab")]
    [InlineData("?ada%40acme.test", "/p?a***@acme.test")]
    [InlineData("?ada@acme.test=1", "/p?a***@acme.test=1")]
    [InlineData("?a=1;password=zzz", "/p?a=1;password=***")]
    [InlineData("?password=zz;z&b=;%70assword=zzz", "/p?password=***;z&b;%70assword=***")]
    [InlineData("?a+b=c+d", "/p?a+b=c+d")]
    [InlineData("", "/p")]
    [InlineData("?", "/p")]
    public void Masks_secret_parameters(string query, string expected) => Redactor.Url("/p", new QueryString(query)).Should().Be(expected);

    [Fact]
    [Trait("Requirement", "R183")]
    public void Masks_secrets_in_a_path() => Redactor.Url("/users/ada@acme.test/\r\nx", QueryString.Empty).Should().Be("/users/a***@acme.test/x");

    [Theory]
    [Trait("Requirement", "R183")]
    [InlineData("/x;password=zzz", "/x;password=***")]
    [InlineData("/x;v=1;access_token=a=b/y;code=1", "/x;v=1;access_token=***/y;code=***")]
    [InlineData("/x;y/z", "/x;y/z")]
    public void Masks_the_parameters_of_a_segment(string path, string expected) => Redactor.Url(path, QueryString.Empty).Should().Be(expected);

    [Theory]
    [InlineData("password", true)]
    [InlineData("newPassword", true)]
    [InlineData("refresh_token", true)]
    [InlineData("X-Api-Key", true)]
    [InlineData("Set-Cookie", true)]
    [InlineData("code", true)]
    [InlineData("limit", false)]
    [InlineData("postcode", false)]
    [InlineData("role", false)]
    public void Knows_secret_names(string name, bool isSecret) => Redactor.IsSecret(name).Should().Be(isSecret);
}
