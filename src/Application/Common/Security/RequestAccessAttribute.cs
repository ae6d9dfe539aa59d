namespace CleanApi.Application.Common.Security;

/// <summary>Says who may send a request. Every request type carries exactly one of the subclasses; the process does not start otherwise.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class RequestAccessAttribute : Attribute;
