using CleanApi.Domain.Errors;

namespace CleanApi.Domain.UnitTests.Errors;

/// <summary>An error that names nothing but its message.</summary>
internal sealed class BareError(string message) : AppException(message);
