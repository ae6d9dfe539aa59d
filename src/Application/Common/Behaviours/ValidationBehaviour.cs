using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Errors;
using FluentValidation;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>Rejects an invalid request, with all its errors.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        List<ErrorDetail>? errors = null;
        foreach (var validator in validators)
        {
            foreach (var failure in validator.Validate(request).Errors)
            {
                (errors ??= []).Add(FieldPath.ToDetail(failure));
            }
        }

        return errors is null
            ? next()
            : throw new ValidationError(errors, request is IQuery<TResponse> ? FieldPlace.Query : FieldPlace.Body);
    }
}
