using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Users;

/// <summary>What <c>?include=</c> can embed in a user.</summary>
internal static class UserIncludes
{
    public const string Organization = "organization";

    /// <summary>Null or a supported value.</summary>
    public static IRuleBuilderOptions<T, string?> IncludeRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Must(include => include is null or Organization, new() { Enum = [Organization] })
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage("Must be organization");
}
