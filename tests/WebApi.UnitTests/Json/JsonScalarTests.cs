using System.Text;
using System.Text.Json;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Json;

namespace CleanApi.WebApi.UnitTests.Json;

/// <summary>Times and whole numbers of a body have one form each.</summary>
public sealed class JsonScalarTests
{
    private static readonly JsonSerializerOptions Options = Configured();

    [Theory]
    [Trait("Requirement", "R41")]
    [InlineData("2026-01-31T12:00:00Z", "2026-01-31T12:00:00.000Z")]
    [InlineData("2026-01-31T12:00:00.1239+02:00", "2026-01-31T10:00:00.123Z")]
    [InlineData("2026-01-31T12:00:00", null)]
    [InlineData("2026-01-31", null)]
    [InlineData("31 Jan 2026 12:00:00 +01:00", null)]
    [InlineData("2026-13-31T12:00:00Z", null)]
    [InlineData("2026-01-31T23:59:59.999999999999-00:00", "2026-01-31T23:59:59.999Z")]
    [InlineData("2026/01/31T12:00:00Z", null)]
    [InlineData("2026-01-31T12:00:00,5Z", null)]
    [InlineData("2026-01-31T12:00:00 Z", null)]
    [InlineData("2026-01-31T12:00:00  Z", null)]
    [InlineData("2026-01-31T12:00:00\u00a0Z", null)]
    [InlineData("2026-01-31T12:00     Z", null)]
    [InlineData("2026-01-31T12:00.00000Z", null)]
    [InlineData("2026-01-31T12:00:00.Z", null)]
    [InlineData("2026-01-31T24:00:00Z", null)]
    [InlineData("2026-01-31T12:60:00Z", null)]
    [InlineData("2026-01-31T12:00:00Z ", null)]
    [InlineData("2026-01-31T12:00:00Z\\n", null)]
    [InlineData("2026-01-31 12:00:00Z", null)]
    [InlineData("2026-01-31T12:00:00+0200", null)]
    [InlineData("2026-01-31T12:00:00+2:00", null)]
    [InlineData("2026-1-31T12:00:00.000Z", null)]
    [InlineData("\u0662026-01-31T12:00:00Z", null)]
    public void Reads_times_with_an_offset_and_writes_them_in_UTC(string text, string? expected)
    {
        if (expected is null)
        {
            Reading<List<DateTimeOffset>>($"[\"{text}\"]").Should().Throw<ValidationError>()
                .Which.Details.Should().ContainSingle().Which.Field.Should().Be("[0]");
            return;
        }

        JsonSerializer.Serialize(Read<List<DateTimeOffset>>($"[\"{text}\"]"), Options).Should().Be($"[\"{expected}\"]");
    }

    [Theory]
    [InlineData("10.0", 10L)]
    [InlineData("1e1", 10L)]
    [InlineData("-100E-1", -10L)]
    [InlineData("0.0e99999999999", 0L)]
    [InlineData("9007199254740993.0", 9007199254740993L)]
    [InlineData("9223372036854775807.000", long.MaxValue)]
    [InlineData("-9.223372036854775808e18", long.MinValue)]
    [InlineData("10.00000000000000001", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1e19", null)]
    [InlineData("1e-1", null)]
    [InlineData("1e99999999999", null)]
    [InlineData("1e-99999999999", null)]
    [InlineData("0.5", null)]
    public void Reads_a_whole_number_by_its_digits(string number, long? expected)
    {
        if (expected is { } value)
        {
            Read<List<long>>($"[{number}]").Should().Equal(value);
        }
        else
        {
            Reading<List<long>>($"[{number}]").Should().Throw<ValidationError>().Which.Details.Should().Equal(new ErrorDetail("[0]", FieldCodes.InvalidType, "Must be a whole number"));
        }
    }

    private static T Read<T>(string json)
    {
        var (value, faults) = JsonBody.Read(Encoding.UTF8.GetBytes(json), Options.GetTypeInfo(typeof(T)));
        return faults.Count == 0 ? (T)value! : throw new ValidationError([.. faults.Select(fault => fault with { Pointer = null })]);
    }

    private static Action Reading<T>(string json) => () => Read<T>(json);

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions();
        JsonSetup.Configure(options);
        return options;
    }
}
