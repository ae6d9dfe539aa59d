using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Auditing;

internal sealed class VerifyAuditLogValidator : AbstractValidator<VerifyAuditLog>
{
    private const int DigestLength = 64;

    // The most that every JSON parser reads exactly (RFC 8259, section 6).
    private const long MostExact = 9_007_199_254_740_991;

    public VerifyAuditLogValidator()
    {
        RuleFor(command => command.Position)
            .InclusiveBetween(1, MostExact)
            .WithErrorCode(FieldCodes.OutOfRange).WithMessage($"Must be between 1 and {MostExact}")
            .Must((command, position) => position is not null || command.Digest is null)
            .WithErrorCode(FieldCodes.Required).WithMessage("Send the position that the digest was told with");
        RuleFor(command => command.Digest)
            .Must(
                digest => digest is null || (digest.Length == DigestLength && digest.All(char.IsAsciiHexDigitLower)),
                new() { Pattern = "^[0-9a-f]{64}$", MinLength = DigestLength, MaxLength = DigestLength, Example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" })
            .WithErrorCode(FieldCodes.InvalidFormat).WithMessage("Must be 64 hexadecimal digits in lower case")
            .Must((command, digest) => digest is not null || command.Position is null)
            .WithErrorCode(FieldCodes.Required).WithMessage("Send the digest that the position was told with");
    }
}
