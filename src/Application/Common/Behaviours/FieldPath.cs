using CleanApi.Domain.Errors;
using FluentValidation.Results;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>Converts property paths to those of the API.</summary>
internal static class FieldPath
{
    /// <summary>An invalid value as clients see it.</summary>
    public static ErrorDetail ToDetail(ValidationFailure failure) => new(CamelCase(failure.PropertyName), failure.ErrorCode, failure.ErrorMessage);

    /// <summary><c>Address.City</c> to <c>address.city</c>; the <c>Value</c> of an optional field is the field itself.</summary>
    public static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Where((part, index) => index == 0 || part is not "Value").Select(part => char.ToLowerInvariant(part[0]) + part[1..]));
}
