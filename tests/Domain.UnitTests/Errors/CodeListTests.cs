using CleanApi.Domain.Errors;

namespace CleanApi.Domain.UnitTests.Errors;

/// <summary>The lists are closed: clients switch on these words.</summary>
public sealed class CodeListTests
{
    [Fact]
    [Trait("Requirement", "R48")]
    public void Error_codes_are_a_closed_list() => Values(typeof(ErrorCodes)).Should().BeEquivalentTo(
        "MALFORMED_REQUEST", "BAD_REQUEST", "AUTHENTICATION_ERROR", "AUTHORIZATION_ERROR", "NOT_FOUND", "METHOD_NOT_ALLOWED", "NOT_ACCEPTABLE", "CONFLICT",
        "DUPLICATE_VALUE", "GONE", "PRECONDITION_FAILED", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "VALIDATION_ERROR", "PRECONDITION_REQUIRED",
        "RATE_LIMIT_EXCEEDED", "INTERNAL_ERROR", "UPSTREAM_ERROR", "SERVICE_UNAVAILABLE", "UPSTREAM_TIMEOUT");

    [Fact]
    [Trait("Requirement", "R48")]
    public void Field_codes_are_unique_words_in_upper_case() =>
        Values(typeof(FieldCodes)).Should().OnlyHaveUniqueItems().And.OnlyContain(code => code.All(c => c == '_' || char.IsAsciiLetterUpper(c)))
            .And.Contain(["REQUIRED", "INVALID_FORMAT", "BLANK", "TOO_SHORT", "TOO_LONG", "OUT_OF_RANGE", "INVALID_VALUE", "DUPLICATE", "UNKNOWN_FIELD", "INVALID_CURSOR"]);

    private static IEnumerable<string> Values(Type list) => list.GetFields().Select(field => (string)field.GetRawConstantValue()!);
}
