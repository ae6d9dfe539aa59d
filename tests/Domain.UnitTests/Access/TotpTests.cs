using System.Text;
using CleanApi.Domain.Access;

namespace CleanApi.Domain.UnitTests.Access;

/// <summary>RFC 6238, appendix B (SHA-1), of which the last six digits; RFC 4226, appendix D.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_match_the_test_vectors_of_RFC_6238(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Totp.CodeAt(Secret, Totp.StepAt(now)).Should().Be(code);
        Totp.Match(Secret, code, now).Should().Be(Totp.StepAt(now));
    }

    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(7, "162583")]
    [InlineData(9, "520489")]
    public void Codes_match_the_test_vectors_of_RFC_4226(long counter, string code) => Totp.CodeAt(Secret, counter).Should().Be(code);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void One_step_before_and_one_after_are_accepted(int steps, bool isAccepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000);
        var step = Totp.StepAt(now) + steps;
        Totp.Match(Secret, Totp.CodeAt(Secret, step), now).Should().Be(isAccepted ? step : null);
    }

    [Theory]
    [InlineData("287082", "287082", true)]
    [InlineData("287 082", "287082", true)]
    [InlineData(" 287082 ", "287082", true)]
    [InlineData("28708", "28708", false)]
    [InlineData("2870822", "2870822", false)]
    [InlineData("28708a", "28708a", false)]
    [InlineData("٢٨٧٠٨٢", "٢٨٧٠٨٢", false)]
    public void Only_six_digits_are_a_code(string text, string expected, bool isCode)
    {
        Totp.TryParse(text, out var code).Should().Be(isCode);
        code.Should().Be(expected);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void Base32_is_that_of_RFC_4648_without_padding(string bytes, string text) => Base32.Encode(Encoding.ASCII.GetBytes(bytes)).Should().Be(text);
}
