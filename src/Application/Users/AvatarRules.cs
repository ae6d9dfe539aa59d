using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Users;

/// <summary>What the address of a user's picture has to be.</summary>
internal static class AvatarRules
{
    /// <summary>What another address is told.</summary>
    public const string Message = "Invalid or unsafe URL";

    /// <summary>An address that is safe to store and to link to, or that of an uploaded picture as it was read, or none.</summary>
    public static IRuleBuilderOptions<T, string?> AvatarUrlRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(text => text is null || Domain.Common.TextRule.LengthOf(text) <= SafeUrl.MaxLength, new() { MaxLength = SafeUrl.MaxLength })
            .WithErrorCode(FieldCodes.TooLong).WithMessage($"Must have at most {SafeUrl.MaxLength} characters")
            .Must(text => text is null || SafeUrl.IsSafe(text) || AvatarAddress.IsOne(text), new() { Format = "uri-reference", Example = "https://www.gravatar.com/avatar/0" })
            .WithErrorCode(FieldCodes.InvalidFormat).WithMessage(Message);
}
