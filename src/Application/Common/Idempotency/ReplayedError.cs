using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Idempotency;

/// <summary>An error that an earlier request was answered with. It refuses nobody again: the audit log has the first time.</summary>
internal sealed class ReplayedError(AnsweredError error) : AppException(error.Message, error.Code, error.StatusCode, error.Details);
