using CleanApi.Application.Common.Behaviours;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Common.Validation;

/// <summary>Validates a request outside of the pipeline: for an answer that tells its invalid values beside faults of its form.</summary>
public static class RequestValidation
{
    /// <summary>The errors of a request, or of a part of one; none where nothing validates it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="services">Where its validator is.</param>
    public static IEnumerable<ErrorDetail> Errors(object request, IServiceProvider services) =>
        services.GetService(typeof(IValidator<>).MakeGenericType(request.GetType())) is IValidator validator
            ? validator.Validate(new ValidationContext<object>(request)).Errors.Select(FieldPath.ToDetail)
            : [];
}
