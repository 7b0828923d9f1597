namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>One reason as the dialect says it: a number merchants' programs read, and a text for their people.</summary>
public sealed record ReturnCode(int Code, string Info)
{
    public static readonly ReturnCode InvalidData = new(1, "Invalid data");
    public static readonly ReturnCode ValidationFailed = new(2, "Validation failed");
    public static readonly ReturnCode GenericError = new(13, "Generic error");
    public static readonly ReturnCode InvalidPayment = new(17, "Payment is invalid");
    public static readonly ReturnCode TechnicalError = new(18, "Technical error");
    public static readonly ReturnCode DatabaseError = new(19, "Database technical error");
    public static readonly ReturnCode DuplicateKey = new(20, "Key is duplicated");
    public static readonly ReturnCode IntegrationType = new(101, "Invalid integration type usage");
    public static readonly ReturnCode TooManyAttempts = new(103, "Too many attempts for the current transaction");
    public static readonly ReturnCode LifetimeExpired = new(104, "Transaction lifetime expired");
    public static readonly ReturnCode PaymentAction = new(105, "Action is invalid");
    public static readonly ReturnCode Offset = new(106, "Invalid offset");
    public static readonly ReturnCode Limit = new(107, "Invalid limit");
    public static readonly ReturnCode Country = new(108, "Country is invalid");
    public static readonly ReturnCode Currency = new(109, "Currency is invalid");
    public static readonly ReturnCode MerchantTransactionId = new(110, "Merchant transaction ID is invalid");
    public static readonly ReturnCode Amount = new(111, "Amount is invalid");
    public static readonly ReturnCode DateTime = new(112, "DateTime is invalid");
    public static readonly ReturnCode MethodTransactionId = new(113, "Method Transaction ID is invalid");
    public static readonly ReturnCode SkinId = new(114, "Skin ID is invalid");
    public static readonly ReturnCode FraudDenied = new(116, "Transaction rejected by fraud provider");
    public static readonly ReturnCode FraudChallenged = new(117, "Transaction challenged by fraud provider");
    public static readonly ReturnCode ChallengeRejected = new(118, "Transaction rejected by merchant");
    public static readonly ReturnCode CancelledByCustomer = new(119, "Transaction cancelled by customer");

    public static readonly ReturnCode PaymentReference = new(1000, "Payment.MerchantTransactionID is invalid");
    public static readonly ReturnCode PaymentAmount = new(1001, "Payment.Amount is invalid");
    public static readonly ReturnCode PaymentCurrency = new(1002, "Payment.Currency is invalid");
    public static readonly ReturnCode PaymentReturnUrl = new(1003, "Payment.ReturnURL is invalid");
    public static readonly ReturnCode PaymentDescription = new(1004, "Payment.Description is invalid");
    public static readonly ReturnCode PaymentStatementDescriptor = new(1005, "Payment.StatementDescriptor is invalid");
    public static readonly ReturnCode PaymentState = new(1006, "Payment.State is invalid");
    public static readonly ReturnCode PaymentLanguage = new(1007, "Payment.Language is invalid");
    public static readonly ReturnCode PaymentInProcess = new(1010, "Payment is in process");
    public static readonly ReturnCode PaymentOriginator = new(1011, "Payment.OriginatorTransactionID is invalid");
    public static readonly ReturnCode CaptureAmount = new(1012, "Payment.AmountToCapture format is invalid");
    public static readonly ReturnCode CaptureTooMuch = new(1013, "Payment.AmountToCapture exceeds initial payment authorized amount");
    public static readonly ReturnCode PaymentInstallments = new(1014, "Payment.Installments is invalid");

    public static readonly ReturnCode CardHolder = new(1200, "CardDetails.HolderName is invalid");
    public static readonly ReturnCode CardNumber = new(1201, "CardDetails.Number is invalid");
    public static readonly ReturnCode CardMonth = new(1202, "CardDetails.ExpirationMonth is invalid");
    public static readonly ReturnCode CardYear = new(1203, "CardDetails.ExpirationYear is invalid");
    public static readonly ReturnCode CardCode = new(1204, "CardDetails.SecurityCode is invalid");
    public static readonly ReturnCode CardExpired = new(1205, "CardDetails: card is expired");
    public static readonly ReturnCode CardMissing = new(1206, "CardDetails are missing");

    public static readonly ReturnCode AddressMissing = new(1400, "Address is required");
    public static readonly ReturnCode AddressCity = new(1401, "Address.City is invalid");
    public static readonly ReturnCode AddressZipCode = new(1402, "Address.ZipCode is invalid");
    public static readonly ReturnCode AddressState = new(1403, "Address.State is invalid");
    public static readonly ReturnCode AddressStreet = new(1404, "Address.Street is invalid");
    public static readonly ReturnCode AddressStreetNumber = new(1405, "Address.StreetNumber is invalid");
    public static readonly ReturnCode AddressHouseNumber = new(1406, "Address.HouseNumber is invalid");
    public static readonly ReturnCode AddressHouseExtension = new(1407, "Address.HouseExtension is invalid");
    public static readonly ReturnCode AddressCountry = new(1408, "Address.Country is invalid");
    public static readonly ReturnCode AddressCountryUnknown = new(1409, "Address.Country does not exist");

    public static readonly ReturnCode CustomerReference = new(1600, "Customer.MerchantCustomerID is invalid");
    public static readonly ReturnCode CustomerEmail = new(1601, "Customer.Email is invalid");
    public static readonly ReturnCode CustomerFirstName = new(1602, "Customer.FirstName is invalid");
    public static readonly ReturnCode CustomerLastName = new(1603, "Customer.LastName is invalid");
    public static readonly ReturnCode CustomerGender = new(1604, "Customer.Gender is invalid");
    public static readonly ReturnCode CustomerSocialSecurityNumber = new(1605, "Customer.SocialSecurityNumber is invalid");
    public static readonly ReturnCode CustomerPhone = new(1606, "Customer.Phone is invalid");
    public static readonly ReturnCode CustomerCompany = new(1607, "Customer.Company is invalid");
    public static readonly ReturnCode CustomerMissing = new(1609, "Customer is required");

    public static readonly ReturnCode PayoutReference = new(2000, "Payout.MerchantTransactionID is invalid");
    public static readonly ReturnCode PayoutAmount = new(2001, "Payout.Amount is invalid");
    public static readonly ReturnCode PayoutCurrency = new(2002, "Payout.Currency is invalid");
    public static readonly ReturnCode PayoutDescription = new(2003, "Payout.Description is invalid");
    public static readonly ReturnCode PayoutStatementDescriptor = new(2004, "Payout.StatementDescriptor is invalid");

    public static readonly ReturnCode RefundReference = new(2200, "Refund.MerchantTransactionID is invalid");
    public static readonly ReturnCode RefundAmount = new(2201, "Refund.Amount is invalid");
    public static readonly ReturnCode RefundDescription = new(2203, "Refund.Description is invalid");
    public static readonly ReturnCode RefundStatementDescriptor = new(2204, "Refund.StatementDescriptor is invalid");
    public static readonly ReturnCode RefundState = new(2205, "Refund.State is invalid");
    public static readonly ReturnCode RefundTooMuch = new(2206, "Refund.Amount exceeds initial payment available amount");
    public static readonly ReturnCode RefundInProcess = new(2207, "Another refund is in process");
    public static readonly ReturnCode CaptureExceeds = new(2209, "Capture.Amount exceeds authorization amount");
    public static readonly ReturnCode RefundOriginator = new(2209, "Refund.OriginatorTransactionID is invalid");

    public static readonly ReturnCode Token = new(2400, "CreditCardToken is invalid");
    public static readonly ReturnCode TokenNotAvailable = new(2401, "CreditCardToken is not available (cancelled/inactive/expired)");
    public static readonly ReturnCode TokenLimit = new(2402, "CreditCardToken usage limit exceeded");
    public static readonly ReturnCode CardAndToken = new(2403, "Credit card is invalid for the card token");
    public static readonly ReturnCode TokenMissing = new(2404, "CreditCardToken details are missing");

    public static readonly ReturnCode NoRoute = new(5000, "Missing acquirer route");
    public static readonly ReturnCode CaptureWillRetry = new(5288, "Capture failed but will retry again later");

    // What issuers say is 5000 plus the answer code of ISO 8583, where it has one.
    public static readonly ReturnCode Declined = new(5005, "Declined by the card issuer");
    public static readonly ReturnCode IssuerInvalidCard = new(5014, "Card number does not exist");
    public static readonly ReturnCode LostOrStolen = new(5043, "Card is reported lost or stolen");
    public static readonly ReturnCode InsufficientFunds = new(5051, "Insufficient funds");
    public static readonly ReturnCode IssuerExpired = new(5054, "Card is expired");
    public static readonly ReturnCode NotPermitted = new(5057, "Transaction is not permitted for this card");
    public static readonly ReturnCode LimitExceeded = new(5061, "Limit of the card is exceeded");
    public static readonly ReturnCode PayoutLimit = new(5061, "Daily limit for payouts is exceeded");
    public static readonly ReturnCode AuthenticationNeeded = new(5065, "Cardholder authentication is required");
    public static readonly ReturnCode CaptureTimedOut = new(5068, "Capture time limit is reached");
    public static readonly ReturnCode WrongSecurityCode = new(5082, "Security code is wrong");
    public static readonly ReturnCode AuthenticationFailed = new(5088, "Cardholder authentication failed");
}
